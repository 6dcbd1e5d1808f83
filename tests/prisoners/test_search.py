"""One man, however he is spelt: alphabets, romanisations, case endings, slips of the finger; no harm from nonsense."""

import pytest
from django.test import Client

from prisoners.given_names import others_of
from prisoners.models import NameWord, PersonName, Prisoner
from prisoners.search import MOST_FOUND, find, ranked
from prisoners.unvowelled import vowelled
from tests.factories import PersonNameFactory, PrisonerFactory
from tests.queries import queries_of

pytestmark = pytest.mark.django_db

PEOPLE = (
    "Yerlan Baltabay",
    "Yerzhan Yelshibayev",
    "Marat Zhylanbayev",
    "Dauren Baltabekov",
    "Aigul Utepova",
    "Larisa Kharkova",
    "Amin Yeleusinov",
    "Nurbek Kushakbayev",
    "Ales Bialiatski",
    "Mikalai Statkevich",
    "Max Bokayev",
    "Sergey Petrov",
    "Ivan Ivanov",
    "Mikalai Autukhovich",
    "Nikolai Maklakov",
    "Pavlo Hryb",
    "Ksenia Fadeyeva",
    "Egor Fadyev",
    "Soheil Arabi",
    "Salman al-Ouda",
    "Hasan Odeh",
    "Mordechai Vanunu",
)
SPELT = {
    "Yerlan Baltabay": (
        "Baltabai|Baltabaj|Baltabaï|Балтабай|Балтабая Ерлана|Балтабаю|Балтабайдың|Erlan Baltabai|Baltabay Yerlan|"
        "Jerlan Baltabaj|Baltabya|Yerlan Baltaby|Ерлан Төлеутайұлы Балтабай|E. Baltabay|Balta|BALTABAY"
    ),
    "Yerzhan Yelshibayev": (
        "Elshibaev|Yelshibaev|Елшибаев|Ержан Елшібаев|Елшибаевым|Елшибаева|Jelschibajew|Erzhan Elshibayev|"
        "Eltchibaïev|Yelshibaev Yerzhan|Erjan Elşibaev|Yelshibayv|yelsh"
    ),
    "Ales Bialiatski": "Алесь Беляцкий|Ales Belyatsky|Алесь Бяляцкі|Bjaljazki|Aleś Bialacki",
    "Mikalai Statkevich": "Николай Статкевич|Nikolai Statkevich|Мікалай Статкевіч|Statkiewicz",
    "Max Bokayev": "Макс Бокаев|Бокаеву|Bokaev Max|Maks Bokajew",
    "Aigul Utepova": "Айгуль Утепова|Айгүл Өтепова|Utepova A.|Otepova Aigul|Утеповой",
    "Larisa Kharkova": "Лариса Харькова|Larissa Charkowa|Харьковой",
    "Mikalai Autukhovich": "Николай Автухович|Nikolai Avtukhovich|Николая Автуховича|Микола Автухович|Autuchowicz",
    "Pavlo Hryb": "Павел Гриб|Pavel Grib|Гриба Павла",
    "Ksenia Fadeyeva": "Фадеевой|Фадееву Ксению|Xenia Fadejewa",
    "Soheil Arabi": "سهیل عربی|سهيل عربي|Сохейл Араби",
    "Salman al-Ouda": "سلمان العودة|Salman Alodah",
    "Mordechai Vanunu": "מרדכי ואנונו|Мордехай Вануну",
    "Amin Yeleusinov": "Амин Елеусинов|Eleusinov|Елеусінов Әмин|Jeleusinow",
}
PAIRS = [(asked, who) for who, spelt in SPELT.items() for asked in spelt.split("|")]


@pytest.fixture
def record() -> None:
    """People who are easily taken for each other, each with the one spelling of the record."""
    for name in PEOPLE:
        PersonNameFactory(prisoner=PrisonerFactory(name=name), text=name)


@pytest.mark.usefixtures("record")
def test_the_right_person_comes_first_in_every_spelling() -> None:
    first = {asked: find(Prisoner.internal.all(), asked).first() for asked, _who in PAIRS}
    assert [(asked, str(first[asked] and first[asked].name)) for asked, _who in PAIRS] == PAIRS


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    "nonsense", ["'''", "%", "_", "\x00", "!!!", "x" * 10_000, "zzqq", "\u202e\u200f", "בבבב", "1"]
)
def test_nonsense_finds_nobody_and_breaks_nothing(nonsense: str) -> None:
    assert ranked(nonsense, Prisoner.internal.all()) == []


@pytest.mark.usefixtures("record")
def test_an_empty_question_leaves_everybody() -> None:
    assert find(Prisoner.internal.all(), "  ").count() == len(PEOPLE)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("سهیل", "sahil"),
        ("نرگس", "nargas"),
        ("ایرایی", "irayi"),
        ("العودة", "al awda"),
        ("محمد بن سلمان", "mahmad ban salman"),
        ("درويش", "darwish"),
        ("مُحَمَّد", "mahmad"),
        ("שרנסקי", "sharnaski"),
        ("ئىلھام", "ilham"),
        ("گۈلمىرە", "gulmire"),
        ("شێروان", "sheroan"),
        ("حسین\u200cپناهی", "hasin panahi"),
        ("محمدحسین", "mahmad hasin"),
        ("عبد", "abd"),
        ("אודי", "oudi"),
        ("Yerlan Балтабай", "Yerlan Балтабай"),
    ],
)
def test_unwritten_vowels_are_put_where_they_are_likely(written: str, read: str) -> None:
    assert vowelled(written) == read


def test_given_name_has_its_forms_in_other_languages_and_no_other_word_has() -> None:
    assert "mikalai" in others_of("nikolaj") and "nikolai" in others_of("mykola")
    assert others_of("baltabai") == others_of("karl") == ()


@pytest.mark.usefixtures("record")
def test_a_spelling_that_changes_is_found_by_its_new_form_alone() -> None:
    name = PersonName.internal.get(text="Ivan Ivanov")
    name.text, name.folded = "Kuanysh Abdrakhmanov", "kuanysh abdrakhmanov"
    name.save()
    assert ranked("Қуаныш", Prisoner.internal.all()) == [name.prisoner_id]
    assert ranked("Ivanov", Prisoner.internal.all()) == []


@pytest.mark.usefixtures("record")
def test_only_the_given_rows_are_searched() -> None:
    others = Prisoner.internal.exclude(name="Yerlan Baltabay")
    assert "Yerlan Baltabay" not in {row.name for row in find(others, "Baltabay")}


@pytest.mark.parametrize("people", [1, 3])
def test_a_question_costs_as_many_queries_for_one_as_for_three(people: int) -> None:
    for number in range(people):
        PersonNameFactory(prisoner=PrisonerFactory(name="Yerlan Baltabay"), text=f"Yerlan Baltabay{'i' * number}")
    assert len(ranked("Baltabay", Prisoner.internal.all())) == people <= MOST_FOUND
    assert len(queries_of(ranked, "Baltabay", Prisoner.internal.all())) == 2


def test_the_vocabulary_follows_the_spellings_whatever_writes_them() -> None:
    one = PersonNameFactory(prisoner=PrisonerFactory(), text="Ерлан Балтабай")
    other = PersonNameFactory(prisoner=PrisonerFactory(), text="Yerlan Example")
    counts = dict(NameWord.objects.values_list("word", "count"))
    assert (counts["baltabay"], counts["example"]) == (1, 1)
    other.text = "Yerlan Otherwise"
    other.save()
    assert not NameWord.objects.filter(word="example").exists()
    one.delete()
    assert not NameWord.objects.filter(word="baltabay").exists()
    assert NameWord.objects.filter(word="otherwise", count=1).exists()


def test_the_very_spelling_comes_first_and_a_common_name_alone_hides_nobody() -> None:
    people = [PrisonerFactory(name=name) for name in ("Yerlan Baltabay", "Yerlan Baltabai", "Yerlan Others")]
    for one in people:
        PersonNameFactory(prisoner=one, text=one.name)
    for number in range(20):
        PersonNameFactory(prisoner=PrisonerFactory(name=f"Yerlan Nobody{number}"), text=f"Yerlan Nobody{number}")
    rows = Prisoner.internal.all()
    assert ranked("Yerlan Baltabai", rows)[:2] == [people[1].pk, people[0].pk]
    assert ranked("Yerlan Baltabay", rows)[:2] == [people[0].pk, people[1].pk]
    assert ranked("Qwrtplk Zxcvbn", rows) == []


def test_list_says_by_which_spelling_somebody_was_found(client: Client) -> None:
    person = PrisonerFactory(slug="one", name="Yerzhan Yelshibaev")
    for text, script, language in (("Ержан Елшібаев", "Cyrl", "kk"), ("Erzhan Elshibayev", "Latn", "")):
        PersonNameFactory(prisoner=person, text=text, script=script, language=language)

    def found(query: str) -> str:
        return str(client.get("/en/prisoners/", {"q": query}).context["cards"][0].get("found", ""))

    assert found("Erzhan Elshibayev") == "Erzhan Elshibayev"
    assert found("Yerzhan Yelshibaev") == found("Ержан Елшібаев") == ""


#: People whose names are easily met by the name of somebody else: a given name, a father's name, a family name.
OTHERS = (
    "Andrei Lahunovich",
    "Андрей Александрович Ткачёв",
    "Aleh Ramanau",
    "Олег Романович Березюк",
    "Vladimir Kovalenko",
    "Yusuf Ruzimuradov",
    "Joshua Wong Chi-fung",
    "Rafael Braga",
    "Jiang Tianyong",
    "Leyla Yunus",
    "Tashi Wangchuk",
    "Khaled Ali",
    "Mohammed el-Kurd",
    "Abdellatif Zein",
    "Ihsane El Kadi",
    "Vadim Kuramshin",
    "Abdulrahman al-Sadhan",
    "Abdel Moneim Aboul Fotouh",
    "Lee Seok-ki",
)


@pytest.fixture
def others() -> None:
    """Each with the one spelling of the record."""
    for name in OTHERS:
        PersonNameFactory(prisoner=PrisonerFactory(name=name), text=name)


@pytest.mark.usefixtures("others")
@pytest.mark.parametrize(
    ("asked", "who"),
    [
        ("Андрей Александрович Лагунович", "Andrei Lahunovich"),
        ("Лагунович Андрей Александрович", "Andrei Lahunovich"),
        ("Олег Романов", "Aleh Ramanau"),
        ("黃之鋒", "Joshua Wong Chi-fung"),
        ("黄之锋", "Joshua Wong Chi-fung"),
        ("Rafael Braga Vieira", "Rafael Braga"),
        ("Chiang Tien-yung", "Jiang Tianyong"),
        ("Цзян Тяньюн", "Jiang Tianyong"),
        ("江天勇", "Jiang Tianyong"),
        ("Лейла Юнусова", "Leyla Yunus"),
        ("བཀྲ་ཤིས་དབང་ཕྱུག", "Tashi Wangchuk"),
        ("خالد علي", "Khaled Ali"),
        ("محمد الكرد", "Mohammed el-Kurd"),
        ("عبد اللطيف الزين", "Abdellatif Zein"),
        ("إحسان القاضي", "Ihsane El Kadi"),
        ("Vadim Kouramchine", "Vadim Kuramshin"),
        ("Kfueyjdbx Fylhtq", "Andrei Lahunovich"),
        ("Кфафуд Икфпф", "Rafael Braga"),
        ("г-н Курамшин", "Vadim Kuramshin"),
        ("Лaгyнoвич", "Andrei Lahunovich"),
        ("عبد الرحمن السدحان", "Abdulrahman al-Sadhan"),
        ("Abdelmoneim Aboulfotouh", "Abdel Moneim Aboul Fotouh"),
        ("이석기", "Lee Seok-ki"),
    ],
)
def test_name_in_another_script_or_romanisation_leads_to_its_bearer(asked: str, who: str) -> None:
    assert getattr(find(Prisoner.internal.all(), asked).first(), "name", None) == who


@pytest.mark.usefixtures("others")
@pytest.mark.parametrize(
    "nobody",
    ["Vladimir Bobrov", "Rustam Muradov", "Климов Виктор Александрович", "Андрей Петрович Зайцев", "Oleg Sidorenko"],
)
def test_who_shares_a_given_name_alone_is_not_taken_for_the_person(nobody: str) -> None:
    assert ranked(nobody, Prisoner.internal.all()) == []


@pytest.mark.usefixtures("others")
@pytest.mark.parametrize("asked", ["Z. J. K.", "A.", "zzzz"])
def test_initials_alone_are_no_name(asked: str) -> None:
    PersonNameFactory(prisoner=PrisonerFactory(name="Z. I. Mostofa"), text="Z. J. K. Mostofa")
    assert ranked(asked, Prisoner.internal.all()) == []


@pytest.mark.usefixtures("others")
def test_common_words_are_looked_up_by_their_index_and_not_read_through() -> None:
    people = queries_of(ranked, "Khaled Ali", Prisoner.internal.all())[-1]
    assert "cardinality" in people.rsplit("ORDER BY", 1)[1]  # nothing that an index is in the order of
    assert people.count("= ANY(ARRAY(") == 1


def test_who_fits_only_roughly_does_not_stand_beside_the_one_whose_name_is_declined() -> None:
    for name in ("Yerlan Baltabay", "Bolat Atabayev", "Gulnara Baltayeva"):
        PersonNameFactory(prisoner=PrisonerFactory(name=name), text=name)
    found = {asked: [one.name for one in find(Prisoner.internal.all(), asked)] for asked in ("Балтабаева", "Атабаева")}
    assert found == {"Балтабаева": ["Yerlan Baltabay"], "Атабаева": ["Bolat Atabayev"]}


def test_nearest_of_very_many_are_looked_at_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prisoners.search.MOST_CANDIDATES", 3)
    names = [f"{given} {family}" for given in ("Hun", "Han", "Hon") for family in ("Son Gun", "Sung Gon", "Sang Gyun")]
    for name in names:
        PersonNameFactory(prisoner=PrisonerFactory(name=name), text=name)
    assert [find(Prisoner.internal.all(), name).first().name for name in names] == names  # type: ignore[union-attr]
