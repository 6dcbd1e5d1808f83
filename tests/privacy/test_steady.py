"""What follows from a setting is worked out once, and anew when the setting changes."""

from django.conf import settings
from django.test import override_settings

from privacy.steady import while_unchanged


def test_it_is_worked_out_once_and_anew_when_its_setting_changes() -> None:
    asked: list[str] = []

    @while_unchanged("SITE_ORIGIN")
    def address(path: str) -> str:
        asked.append(path)
        return f"{settings.SITE_ORIGIN}/{path}"

    before = address("a")
    assert address("a") == before
    assert asked == ["a"]
    with override_settings(SITE_ORIGIN="https://other.example"):
        assert address("a") == "https://other.example/a"
    assert address("a") == before
    assert asked == ["a"] * 3


def test_another_setting_has_nothing_worked_out_anew() -> None:
    asked: list[int] = []

    @while_unchanged("SITE_ORIGIN")
    def number() -> int:
        asked.append(1)
        return len(asked)

    number()
    with override_settings(BOUNCE_DOMAIN="other.example"):
        number()
    assert asked == [1]
