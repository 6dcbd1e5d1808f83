"""Why mails failed is said in a sentence; the code stands beside it, and no address ever does."""

import re
from pathlib import Path

import pytest

from supporters import failures, outbox
from supporters.failures import failure_of
from supporters.services.restoring import NOT_RELEASED
from supporters.verdicts import Refused, Verdict, is_of_policy, judge


@pytest.mark.parametrize(
    ("step", "code", "words", "said"),
    [
        ("RCPT", 550, "5.1.1 no such user", failures.NOBODY_THERE),
        ("RCPT", 553, "sorry", failures.NOBODY_THERE),
        ("RCPT", 550, "5.7.1 your address 192.0.2.1 is listed", failures.POLICY),
        ("DATA", 554, "we do not like you", failures.POLICY),
        ("RCPT", 452, "4.2.2 over quota", failures.FULL),
        ("RCPT", 550, "5.2.1 disabled", failures.CLOSED),
        ("MAIL", 552, "5.3.4 too big", failures.TOO_LONG),
        ("RCPT", 451, "4.3.0 come again", failures.PUT_OFF),
        ("RCPT", 421, "bye", failures.PUT_OFF),
        ("DATA", 550, "who knows", failures.REFUSED),
        ("end of data", 552, "5.2.2 over quota", failures.FULL),
        ("end of data", 554, "looks like spam", failures.POLICY),
        ("RCPT", 550, "relay not permitted", failures.REFUSED),
        ("RCPT", 550, "Mailbox unavailable or access denied [MP IP: 192.0.2.1]", failures.CLOSED),
        ("MAIL", 553, "5.1.2 no such domain of the sender", failures.REFUSED),
        ("MAIL", 530, "authentication required", failures.LOCKED_OUT),
        ("MAIL", 530, "5.5.1 Authentication Required", failures.LOCKED_OUT),
        ("AUTH", 535, "5.7.8 bad credentials", failures.LOCKED_OUT),
        ("greeting", 554, "no mail from you", failures.POLICY),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_a_mail_server_answers_is_a_sentence(step: str, code: int, words: str, said: object) -> None:
    reason = judge(Refused(step, code, words.encode())).reason
    assert failure_of(reason) == (said, reason)


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (outbox.IN_DOUBT, failures.IN_DOUBT),
        (NOT_RELEASED, failures.NOT_RELEASED),
        ("cannot be written: KeyError", failures.UNWRITTEN),
        ("the push service says 410", failures.BROWSER_GONE),
        ("the push service says 500", failures.PUSH_REFUSED),
        ("", failures.OTHERWISE),
        ("of a later version", failures.OTHERWISE),
        ("550 5.9.9 in another form", failures.REFUSED),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_else_is_kept_as_a_reason_is_a_sentence(reason: str, said: object) -> None:
    assert failure_of(reason) == (said, reason)


def test_every_reason_that_the_ways_out_write_has_a_sentence_of_its_own() -> None:
    texts = (Path(failures.__file__).with_name(f"{name}.py").read_text() for name in ("transports", "push_transport"))
    written = [one for text in texts for one in re.findall(r'Outcome\(Verdict\.\w+, f?"([^"]+)"', text)]
    assert len(written) >= 9
    assert [one for one in written if failure_of(one).said == failures.OTHERWISE] == []


def test_an_address_that_stood_in_a_reason_is_not_shown() -> None:
    assert failure_of("550 <anna@example.org>: no").code == "550 …: no"


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        (b"5.4.1 Recipient address rejected: Access\ndenied. [AB1EUR01FT004]", Verdict.BAD_ADDRESS),
        (b"5.4.1 Relay Access Denied", Verdict.LATER),
    ],
    ids=["Exchange Online", "a server that does not relay"],
)
def test_what_exchange_online_says_of_a_mailbox_that_it_does_not_know(words: bytes, verdict: Verdict) -> None:
    found = judge(Refused("RCPT", 550, words))
    assert found.verdict is verdict
    is_bad = verdict is Verdict.BAD_ADDRESS
    assert failure_of(found.reason).said == (failures.NOBODY_THERE if is_bad else failures.REFUSED)
    assert failure_of(found.reason).code == f"550 5.4.1 at RCPT{', no such address' if is_bad else ''}"


def test_a_full_mailbox_is_no_address_that_does_not_exist_though_its_server_says_so() -> None:
    """Orange puts 5.1.1 beside 552."""
    found = judge(Refused("RCPT", 552, b"5.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]"))
    assert found.verdict is Verdict.ABSENT
    assert failure_of(found.reason).said == failures.FULL


@pytest.mark.parametrize(
    ("words", "is_policy"),
    [
        ("relay not permitted", True),
        ("authentication required", True),
        ("Administrative prohibition", False),
        ("Sender verify failed", False),
        ("Blocked, see https://www.spamhaus.org/", False),
        ("your address is listed", False),
        ("Mailbox quota exceeded", False),
        ("rate limit exceeded, try again later", False),
        ("Service refuse. Service refused, please try later. OFR006_103 192.0.2.1 [103]", False),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_reply_without_a_status_is_not_held_against_the_address_where_its_words_say_otherwise(
    words: str, is_policy: bool
) -> None:
    refusal = Refused("RCPT", 550, words.encode())
    found = judge(refusal)
    assert (found.verdict, is_of_policy(refusal)) == (Verdict.LATER, is_policy)
    assert failure_of(found.reason).said == failures.REFUSED


@pytest.mark.parametrize(
    ("step", "code", "words", "is_policy"),
    [
        ("MAIL", 530, "authentication required", True),
        ("MAIL", 530, "5.5.1 Authentication Required", True),
        ("MAIL", 550, "5.1.8 sender address rejected: domain not found", True),
        ("MAIL", 553, "5.1.2 <b.x@bounce.example>: no such domain", True),
        ("MAIL", 503, "5.5.4 Error: send AUTH command first", True),
        ("MAIL", 552, "5.3.4 too big", False),
        ("MAIL", 451, "4.3.0 come again", False),
        ("RCPT", 530, "5.5.1 Authentication Required", True),
        ("RCPT", 550, 'Outgoing mail from "news@site.example" has been suspended.', True),
        ("RCPT", 550, "Your account has been suspended", True),
        ("end of data", 554, "Your account has been disabled", True),
        ("RCPT", 550, "5.1.0 Authentication required", True),
        ("RCPT", 550, "5.4.1 Relay Access Denied", True),
        ("RCPT", 550, "5.1.1 <a@b.example>: no such user in the relay's list", False),
        ("RCPT", 538, "encryption required", True),
        ("DATA", 534, "5.7.9 mechanism too weak", True),
        ("AUTH", 535, "5.7.8 bad credentials", True),
        ("AUTH", 454, "4.7.0 temporary authentication failure", False),
        ("greeting", 554, "no mail from you", True),
        ("greeting", 550, "invalid HELO name", True),
        ("end of data", 550, "DKIM authentication failed", True),
    ],
)
def test_what_is_between_us_and_the_server_is_held_against_no_reader(
    step: str, code: int, words: str, is_policy: bool
) -> None:
    refusal = Refused(step, code, words.encode())
    assert is_of_policy(refusal) == is_policy
    assert judge(refusal).verdict == (Verdict.BAD_ADDRESS if "5.1.1" in words else Verdict.LATER)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "no such user here",
        "User unknown in virtual mailbox table",
        "sorry",
        "<policy@relay.example>: no such user",
        "spam@example.org unknown",
        "The recipient may contain a non-existent account, please check the recipient address.",
        "Adresse d au moins un destinataire invalide. Invalid recipient. OFR204_416 [416]",
    ],
)
def test_a_reply_without_a_status_is_held_against_the_address_where_nothing_says_otherwise(words: str) -> None:
    """What the address itself is called says nothing: ten such readers would stop all mail."""
    refusal = Refused("RCPT", 550, words.encode())
    assert (judge(refusal).verdict, is_of_policy(refusal)) == (Verdict.BAD_ADDRESS, False)


@pytest.mark.parametrize(
    ("code", "words", "verdict"),
    [
        (550, "Mailbox unavailable or access denied", Verdict.ABSENT),
        (550, "5.5.0 Mailbox unavailable or access denied [MP IP: 192.0.2.1]", Verdict.ABSENT),
        (550, "5.2.1 Mailbox unavailable or access denied", Verdict.ABSENT),
        (550, "5.1.1 Mailbox unavailable or access denied", Verdict.BAD_ADDRESS),
        (550, "5.7.1 Mailbox unavailable or access denied", Verdict.LATER),
        (550, "mailbox not found, no access, or command rejected for policy reasons", Verdict.ABSENT),
        (550, "mailbox unavailable\nReject due to policy restrictions", Verdict.LATER),
        (550, "sender mailbox unavailable or access denied", Verdict.LATER),
        (450, "mailbox unavailable or access denied", Verdict.LATER),
        (550, "5.2.1 this account is disabled", Verdict.ABSENT),
        (552, "5.2.2 over quota", Verdict.ABSENT),
        (550, "5.5.0 Requested action not taken: mailbox unavailable", Verdict.BAD_ADDRESS),
        (550, "5.7.1 No such user!", Verdict.BAD_ADDRESS),
        (554, "delivery error: this user doesn't have a yahoo.com account", Verdict.BAD_ADDRESS),
        (550, "5.7.1 Sender address rejected: user unknown", Verdict.LATER),
    ],
)
def test_what_may_be_said_of_the_mailbox_is_as_grave_as_it_is_certain(code: int, words: str, verdict: Verdict) -> None:
    """As the same words in a mail that comes back: what leaves it open counts softly, and only once it is of no use."""
    refusal = Refused("RCPT", code, words.encode())
    assert judge(refusal).verdict is verdict
    assert is_of_policy(refusal) == (verdict is Verdict.LATER and "5.7.1" in words)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException", Verdict.ABSENT),
        ("5.2.1 mailbox disabled", Verdict.ABSENT),
        ("30 Sorry, your message cannot be delivered. This mailbox is disabled (554.30).", Verdict.ABSENT),
        ("5.7.1 mailbox disabled for senders like you", Verdict.LATER),
        ("Message refused", Verdict.LATER),
    ],
)
def test_a_mailbox_that_is_closed_or_full_is_no_refusal_of_us_where_it_is_said_of_a_whole_mail(
    words: str, verdict: Verdict
) -> None:
    """Ten such readers would stop all mail; servers that know the mailbox late say so once they have read the mail."""
    refusal = Refused("end of data", 554, words.encode())
    assert (judge(refusal).verdict, is_of_policy(refusal)) == (verdict, verdict is Verdict.LATER)
