"""Mail addresses: which ones we accept, and the one spelling by which they are found again."""

import re
import unicodedata

import idna
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from privacy.fields import lookup_of

MAX_OCTETS = 254
MAX_LOCAL_OCTETS = 64
# RFC 5322 dot-atom: letters, digits and these signs, with single dots between.
DOT_ATOM = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*", re.ASCII)


class BadAddress(ValueError):
    """An address that cannot be used; `sentence` tells the person why, without repeating the address."""

    def __init__(self, sentence: str | Promise) -> None:
        self.sentence = sentence
        super().__init__(sentence)

    def __str__(self) -> str:
        return str(self.sentence)


def validate_address(address: str) -> str:
    """The address as mail is to be sent to it: trimmed, the domain in lower-case IDNA 2008 (RFC 5891).

    Raises BadAddress unless it is exactly one address of at most 254 octets, without quotes, whose part
    before the @ is ASCII: other mailboxes need SMTPUTF8 (RFC 6531), which many servers refuse.
    """
    address = unicodedata.normalize("NFC", address.strip(" \t"))
    _check_one_line(address)
    local, at, domain = address.rpartition("@")
    if not at or "@" in local:
        raise BadAddress(_("Give one e-mail address, such as name@example.org."))
    _check_local(local)
    whole = f"{local}@{_ascii_domain(domain)}"
    if len(whole) > MAX_OCTETS:
        raise BadAddress(_("This e-mail address is too long."))
    return whole


def normalise_address(address: str) -> str:
    """The one spelling of an address under which it is looked up: NFC, trimmed, lower case, IDNA domain.

    Dots and +tags are kept, because only the mailbox's own server knows whether they matter.
    Raises BadAddress like `validate_address`.
    """
    return validate_address(address).lower()


def address_lookup(address: str) -> bytes:
    """The 32-byte keyed hash of an address for a LookupField. Raises BadAddress like `validate_address`."""
    return lookup_of(normalise_address(address), "address")


def mailbox_lookup(address: str) -> bytes:
    """The keyed hash under which mail to one mailbox is counted: without `+tag`, and without dots before the @.

    For counting only, never for sending or finding: some servers do tell such spellings apart. Raises BadAddress
    like `validate_address`.
    """
    local, _at, domain = normalise_address(address).rpartition("@")
    bare = local.partition("+")[0].replace(".", "")
    return lookup_of(f"{bare or local}@{domain}", "mailbox")


def _check_one_line(address: str) -> None:
    if any(unicodedata.category(one) in ("Cc", "Cf", "Zl", "Zp") for one in address):
        raise BadAddress(_("An e-mail address has no line breaks or invisible characters."))
    if set(address) & set(",;<> "):
        raise BadAddress(_("Give one e-mail address only, without a name, spaces or commas."))


def _check_local(local: str) -> None:
    if not local.isascii():
        raise BadAddress(
            _("The part before the @ has letters that many mail servers refuse; please give another address.")
        )
    if '"' in local:
        raise BadAddress(_("Addresses with quotation marks are not accepted."))
    # Mail programs read “=?” as the beginning of an encoded word (RFC 2047) and would show another address.
    if not DOT_ATOM.fullmatch(local) or len(local) > MAX_LOCAL_OCTETS or "=?" in local:
        raise BadAddress(_("The part before the @ is not that of an e-mail address."))


def _ascii_domain(domain: str) -> str:
    try:
        ascii_domain = idna.encode(domain, uts46=True, std3_rules=True).decode()
    except idna.IDNAError as error:
        raise BadAddress(_("The part after the @ is not the name of a mail server.")) from error
    if "." not in ascii_domain.strip(".") or ascii_domain.endswith("."):
        raise BadAddress(_("The part after the @ is not the name of a mail server."))
    if ascii_domain.rpartition(".")[2].isdecimal():
        # An address of a machine and no name (RFC 5321, 4.1.3, wants brackets around it); no such name is given out.
        raise BadAddress(_("The part after the @ is not the name of a mail server."))
    return ascii_domain.lower()
