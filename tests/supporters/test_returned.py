"""What comes back from the servers that there are: each in the form in which that server writes it."""

from email.message import EmailMessage

import pytest

from supporters import returned

TOKEN = "a" * 52
TO = f"b.{TOKEN}@bounce.example"
#: Of our own mail; none of it may count as the server's word.
OURS = "Blocked, a temporary warning, over quota: so we wrote. Status: 5.1.1\nuser unknown\n"


def reported(
    fields: str, *, said: str = "It could not be delivered.", sender: str = "MAILER-DAEMON@mx.example.net"
) -> bytes:
    """A report in three parts (RFC 3464), as most servers write it."""
    lines = [
        "Return-Path: <>",
        f"From: Mail Delivery System <{sender}>",
        f"To: {TO}",
        "Subject: Undelivered Mail Returned to Sender",
        "Auto-Submitted: auto-replied" if "postfix" in said.lower() else "Auto-Submitted: auto-generated",
        "MIME-Version: 1.0",
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
        "",
        "--b1",
        "Content-Type: text/plain; charset=utf-8",
        "",
        said,
        "",
        "--b1",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; relay.example.net",
        "",
        fields,
        "",
        "--b1",
        "Content-Type: message/rfc822",
        "",
        "Subject: News for you",
        "Content-Type: text/plain",
        "",
        OURS,
        "--b1--",
        "",
    ]
    return "\r\n".join("\n".join(lines).split("\n")).encode()


def plain(text: str, *, sender: str = "MAILER-DAEMON@mx.example.net", **headers: str) -> bytes:
    """A mail of one text."""
    head = {"Return-Path": "<>", "From": sender, "To": TO, "Subject": "failure notice"}
    head |= {name.replace("_", "-"): value for name, value in headers.items()}
    return "\r\n".join([*(f"{name}: {value}" for name, value in head.items()), "", *text.split("\n")]).encode()


REPEATS = "5.1.351 Remote server returned unknown recipient or mailbox unavailable"
NON_EXISTENT = "The recipient may contain a non-existent account, please check the recipient address."
FIELDS = "Final-Recipient: rfc822; anna@example.org\nAction: failed\nStatus: {}\nDiagnostic-Code: smtp; {}"

HARD = {
    "Postfix": reported(
        FIELDS.format("5.1.1", "550 5.1.1 <anna@example.org>: Recipient address rejected:\n    User unknown"),
        said="This is the mail system at host mx (Postfix).",
    ),
    "Exim, with fields": reported(FIELDS.format("5.0.0", "550 No such user here")),
    "Exim, of its own": reported(
        "Action: failed\nFinal-Recipient: rfc822;anna@example.org\nStatus: 5.0.0",
        said="anna@example.org\n  Unrouteable address",
    ),
    "Exim, one text": plain(
        "A message that you sent could not be delivered to one or more of its recipients. This is a permanent error.\n"
        "  anna@example.org\n    host mx.example.org [192.0.2.5]\n    SMTP error from remote mail server after RCPT TO:"
        "<anna@example.org>:\n    550 unknown user\n\n------ This is a copy of the message, including all the headers. "
        f"------\n\n{OURS}",
        sender="Mail Delivery System <Mailer-Daemon@host.example>",
        X_Failed_Recipients="anna@example.org",
        Auto_Submitted="auto-replied",
    ),
    "qmail": plain(
        "Hi. This is the qmail-send program at example.net.\nI'm afraid I wasn't able to deliver your message.\n\n"
        "<anna@example.org>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n"
        f"--- Below this line is a copy of the message.\n\n{OURS}"
    ),
    "sendmail": reported(FIELDS.format("5.1.1", "SMTP; 550 5.1.1 <anna@example.org>... User unknown")),
    "Exchange": reported(
        FIELDS.format(
            "5.1.10", "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup"
        ),
        sender="postmaster@example.onmicrosoft.com",
    ),
    "Exchange Online": reported(
        FIELDS.format(
            "5.4.1",
            "550 5.4.1 Recipient address rejected: Access denied.\n    [AB1EUR01FT004.eop-EUR01.prod.example]",
        ),
        sender="postmaster@example.onmicrosoft.com",
    ),
    "Exchange Online, one text": plain(
        "Your message couldn't be delivered.\n550 5.4.1 Recipient address rejected: Access denied. AS(201806281)"
    ),
    "Exchange Online, of another server": reported(FIELDS.format("5.1.351", f"550 {REPEATS}")),
    "Exchange Online, in its words": reported(FIELDS.format("5.1.351", f"550 {REPEATS} -> 550 Invalid Recipient")),
    "Exchange Online, by its code": reported(FIELDS.format("5.1.351", f"550 {REPEATS} -> 550 5.1.1 sorry")),
    "Exchange Online, of another's directory": reported(
        FIELDS.format("5.1.351", f"550 {REPEATS} -> 550 5.4.1 Recipient address rejected: Access denied.")
    ),
    "Exchange Online, of another server, one text": plain(f"It failed.\n550 {REPEATS}"),
    "QQ": reported(FIELDS.format("5.0.0", f"550 {NON_EXISTENT}")),
    "QQ, one text": plain(f"host mx3.qq.com said: 550 {NON_EXISTENT} (in reply to RCPT TO command)"),
    "Orange": reported(FIELDS.format("5.0.0", "550 Destinataire invalide. Invalid recipient. OFR204_416 [416]")),
    "Exchange, vague": reported(FIELDS.format("5.5.0", "550 5.5.0 Requested action not taken: mailbox unavailable")),
    "Gmail": reported(
        FIELDS.format(
            "5.1.1", "550-5.1.1 The email account that you tried to reach does not exist. Please try\n 550 5.1.1 it"
        )
    ),
    "Yahoo": reported(
        FIELDS.format("5.0.0", "554 delivery error: dd This user doesn't have a yahoo.com account (anna@yahoo.com) [0]")
    ),
    "mail.ru": reported(
        FIELDS.format(
            "5.0.0",
            "550 Message was not accepted -- invalid mailbox. Local mailbox anna@mail.ru: user not found",
        )
    ),
    "Yandex": reported(FIELDS.format("5.7.1", "550 5.7.1 No such user!")),
    "no such domain": reported(
        FIELDS.format("5.1.2", "550 5.1.2 Host unknown (Name server: example.org: host not found)")
    ),
    "the code in the second line of the diagnosis": reported(
        FIELDS.format("5.0.0", "550-Requested action not taken:\n    550 5.1.1 no such person at this address")
    ),
    "an address in another script (RFC 6533)": reported(FIELDS.format("5.1.1", "550 5.1.1 unknown")).replace(
        b"message/delivery-status", b"message/global-delivery-status"
    ),
}

SOFT = {
    "a full mailbox": reported(
        FIELDS.format("5.2.2", "552-5.2.2 The email account that you tried to reach is over quota")
    ),
    "a full mailbox of a vague server": reported(FIELDS.format("5.0.0", "552 user not found in time: mailbox is full")),
    "given up after days": reported(FIELDS.format("4.4.1", "connect to mx.example.org[192.0.2.1]:25: timed out")),
    "a mailbox that is disabled": reported(FIELDS.format("5.2.1", "550-5.2.1 The email account is disabled")),
    "a domain without a server": reported(FIELDS.format("5.4.4", "X-Postfix; Host or domain name not found")),
    "a domain whose server does not relay": reported(FIELDS.format("5.4.1", "550 5.4.1 Relay Access Denied")),
    "qmail": plain("<anna@example.org>:\nSorry, I wasn't able to establish an SMTP connection. (#4.4.1)"),
    "a mailbox that is busy (RFC 5321 4.2.3)": plain("450 Requested mail action not taken: mailbox unavailable"),
    "a server that gave up on a busy mailbox": reported(
        FIELDS.format("5.0.0", "450 Requested mail action not taken: mailbox unavailable")
    ),
    "Exchange, full": reported(
        FIELDS.format("5.2.2", "smtp;554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException")
    ),
    "Exchange, closed": reported(FIELDS.format("5.2.1", "smtp;554 5.2.1 STOREDRV.Deliver; mailbox disabled")),
    "Exchange, in a circle": reported(FIELDS.format("5.4.6", "smtp;554 5.4.6 Hop count exceeded")),
    "Yahoo, closed": reported(
        FIELDS.format(
            "5.0.0", "554 30 Sorry, your message to anna@yahoo.com cannot be delivered. This mailbox is disabled"
        )
    ),
    "Exchange Online, of a closed mailbox elsewhere": reported(
        FIELDS.format("5.1.351", f"550 {REPEATS} -> 550 5.2.1 mailbox disabled")
    ),
    "Orange, full": reported(
        FIELDS.format("5.1.1", "552 5.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]")
    ),
    "La Poste, closed": reported(
        FIELDS.format("5.5.0", "550 5.5.0 Compte bloque. Recipient account closed. LPN007_426")
    ),
    "a sender who gives no name": plain("It failed.", sender="<>", Subject="NDN: News for you"),
    "one text without a reason": plain("Your message could not be delivered."),
    "an address that looks like a code": plain("Connected to 5.1.1.9 but the connection died."),
}

POLICY = {
    "Gmail": reported(
        FIELDS.format("5.7.26", "550-5.7.26 Your email has been blocked because the sender is unauthenticated")
    ),
    "Outlook": reported(FIELDS.format("5.7.511", "550 5.7.511 Access denied, banned sender[192.0.2.1]")),
    "a blocklist": reported(
        FIELDS.format("5.0.0", "554 Service unavailable; Client host blocked using zen.example.org")
    ),
    "Gmail, given up after days": reported(
        FIELDS.format("4.7.28", "421-4.7.28 Gmail has detected an unusual rate of unsolicited mail from your IP")
    ),
    "Orange, suspected spam": reported(FIELDS.format("5.2.0", "550 5.2.0 Mail rejete. Mail rejected. ofr_506 [506]")),
    "Orange, of our machine": reported(
        FIELDS.format("5.0.0", "550 mwinf5c10 ME Service refuse. Service refused, please try later. OFR006_103 [103]")
    ),
    "Exchange Online, of a refusal elsewhere": reported(
        FIELDS.format("5.1.351", f"550 {REPEATS} -> 550 5.7.1 not wanted here")
    ),
    "QQ": reported(FIELDS.format("5.0.0", "550 Mail content denied. https://service.mail.qq.com/")),
    "a relay that is none of theirs": reported(FIELDS.format("5.7.1", "550 5.7.1 unknown user: relay access denied")),
}

DELAYED = {
    "Postfix": reported(FIELDS.format("4.4.1", "connect to mx.example.org: timed out").replace("failed", "delayed")),
    "Exim, one text": plain(
        "The message has not yet been delivered. Delivery attempts will continue for some time.\n  anna@example.org",
        Subject="Warning: message 1 delayed 24 hours",
    ),
}

NOTHING = {
    "Exchange, away": plain(
        "I am out of the office. For a user unknown to you call 5.1.1.",
        sender="Anna <anna@example.org>",
        Subject="Automatic reply: News for you",
        Auto_Submitted="auto-generated",
    ),
    "away, in Russian": plain(
        "Меня нет.", sender="anna@mail.ru", Subject="=?utf-8?b?0JDQstGC0L7QvtGC0LLQtdGCOiDQndC+0LLQvtGB0YLQuA==?="
    ),
    "vacation (RFC 3834)": plain("User unknown until Monday.", Auto_Submitted="auto-replied (vacation)"),
    "an answering program": plain("User unknown", Precedence="auto_reply"),
    "another answering program": plain("User unknown", X_Autoreply="yes"),
    "a person at the null sender": plain("Thank you. 5.1.1", sender="anna@example.org", Subject="Re: News"),
    "deleted without being read (RFC 8098)": reported(
        "Disposition: automatic-action/MDN-sent-automatically; deleted", sender="postmaster@example.org"
    ).replace(b"message/delivery-status", b"message/disposition-notification"),
    "delivered": reported(FIELDS.format("2.0.0", "250 2.0.0 Ok").replace("failed", "delivered")),
    "led on": reported(
        FIELDS.format("5.1.1", "550 User unknown")
        + "\n\n"
        + FIELDS.format("2.0.0", "250 Ok").replace("failed", "relayed").replace("anna@", "boris@")
    ),
}


@pytest.mark.parametrize("raw", HARD.values(), ids=HARD)
def test_address_that_does_not_exist_is_known_whoever_says_so(raw: bytes) -> None:
    found = returned.read(raw)
    assert (found.verdict, found.is_policy, found.tokens) == ("hard", False, (TOKEN,))


@pytest.mark.parametrize("raw", SOFT.values(), ids=SOFT)
def test_other_failure_counts_as_a_soft_one(raw: bytes) -> None:
    found = returned.read(raw)
    assert (found.verdict, found.is_policy, found.is_delay) == ("soft", False, False)


@pytest.mark.parametrize("raw", POLICY.values(), ids=POLICY)
def test_what_is_said_of_us_is_known_as_that(raw: bytes) -> None:
    found = returned.read(raw)
    assert (found.verdict, found.is_policy) == ("soft", True)


@pytest.mark.parametrize("raw", DELAYED.values(), ids=DELAYED)
def test_word_of_a_delay_is_no_failure(raw: bytes) -> None:
    found = returned.read(raw)
    assert (found.verdict, found.is_delay) == ("soft", True)


@pytest.mark.parametrize("raw", NOTHING.values(), ids=NOTHING)
def test_answer_of_a_person_or_their_program_is_no_bounce(raw: bytes) -> None:
    assert returned.read(raw).verdict == "none"


def test_status_in_base64_is_read() -> None:
    report = EmailMessage()
    report["From"], report["To"], report["Subject"] = "MAILER-DAEMON@mx.example.net", TO, "Undelivered"
    report.set_content("Не удалось доставить: пользователь не существует (5.1.1)", cte="base64")
    assert returned.read(report.as_bytes()).verdict == "hard"
