"""Scripts and romanisations of which a library or a table knows how they are spoken: read as newspapers spell them."""

import pytest

from prisoners import cantonese, pinyin
from prisoners.abugidas import spelt_out
from prisoners.asking import asked_words, in_one
from prisoners.burmese import spoken
from prisoners.family_names import other_endings, other_prophets
from prisoners.keyboards import is_hardly_a_name, typed_elsewhere
from prisoners.korean import by_other_systems
from prisoners.likeness import word_likeness
from prisoners.lookalikes import in_one_alphabet
from prisoners.sounds import keys_of, keys_to_ask, latin, words_of
from prisoners.titles import without_titles


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("শহিদুল", "shahidul"),
        ("খালেদা জিয়া", "khaleda jiya"),
        ("शरजील इमाम", "sharajil imam"),
        ("సుధ", "sudha"),
        ("സിദ്ദീഖ്", "siddikh"),
        ("བསྟན་འཛིན་བདེ་ལེགས", "tenzin delek"),
        ("ཚེ་རིང་འོད་ཟེར", "tsering ozer"),
        ("བཀྲ་ཤིས་དབང་ཕྱུག", "tashi wangchuk"),
        ("赛拉古丽·萨吾提巴依", "sailaguli sawutibayi"),
        ("黃之鋒", "huang zhi feng"),
        ("အောင်ဆန်းစုကြည်", "aung san su kyi"),
        ("မင်းကိုနိုင်", "min ko naing"),
        ("ဖြိုးဇေယျာသော်", "phyo ze ya thaw"),
        ("ရွှန်း", "shun"),
        ("Abd al-Fattah", "abdal fattah"),
        ("Waleed Abu al-Khair", "waleed abul khair"),
        ("عبد المالك", "abdalmalak"),
        ("Μπελογιάννης", "beloyannis"),
        ("Ευάγγελος", "evangelos"),
        ("Χουντής", "chountis"),
        ("እስክንድር ነጋ", "eskindir nega"),
        ("ብርቱካን", "birtukan"),
        ("ח'אלידה ג׳ראר", "khalidah jarar"),
        ("सुरेंद्र", "surendr"),
        ("अंबेडकर", "ambedakar"),
        ("이석기", "i seog gi"),
        ("Сepгей Aнтyсевич", "sergey antusevich"),
    ],
)
def test_word_is_read_as_it_is_spoken(written: str, read: str) -> None:
    assert latin(written) == read


def test_mark_that_joins_no_letters_says_nothing() -> None:
    assert latin("Ivan \u200d Petrov") == "ivan petrov"


def test_letters_that_are_no_syllable_are_left_and_told_to_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    for nonsense in ("\u0f90\u0f71", "དེ་རཀྩྱབ", "\u0f0b\u0f0b", "\u103b\u103e", "\u094d\u0902", "क\u094d"):
        assert isinstance(words_of(nonsense), list)
    assert spelt_out("\u0f90") == "\u0f90"
    assert spoken("Aung") == "Aung"
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("黃之鋒", "Wong Chi Fung"),
        ("梁國雄", "Leung Kwok Hung"),
        ("罗冠聪", "Law Kun Chung"),
        ("周庭", "Chow Ting"),
        ("岑敖暉", "Sum Ngo Fai"),
        ("區諾軒", "Au Nok Hin"),
        ("阮孫", "Yuen Suen"),
        ("曾謝", "Tsang Tse"),
        ("古思子", "Koo Sze Tsz"),
        ("岑石成", "Sham Shek Shing"),
    ],
)
def test_character_is_spelt_as_in_hong_kong(name: str, spelling: str) -> None:
    for character, syllable in zip(name, spelling.lower().split(), strict=True):
        assert syllable in cantonese.spelt(character)


def test_other_letters_have_no_spelling_of_hong_kong() -> None:
    assert cantonese.spelt("ж") == cantonese.spelt("a") == ()
    assert not cantonese.is_chinese("") and not cantonese.is_chinese("黃x")


@pytest.mark.parametrize(
    ("russian", "read"),
    [
        ("сюй чжиюн", "xu zhiyong"),
        ("тань цзожэнь", "tan zuoren"),
        ("хуан ци", "huang qi"),
        ("се ян", "xie yang"),
        ("лю сяньбинь", "liu xianbin"),
        ("ван цюаньчжан", "wang quanzhang"),
        ("чжу юйфу", "zhu yufu"),
        ("го фэйсюн", "guo feixiong"),
    ],
)
def test_chinese_name_in_russian_is_read_in_pinyin(russian: str, read: str) -> None:
    assert [pinyin.of_palladius(word) for word in russian.split()] == read.split()
    assert [one.others[0] for one in asked_words(russian)] == read.split()


@pytest.mark.parametrize(
    ("chinese", "name"), [("赛拉古丽·萨吾提", "sairagul"), ("古丽米拉·艾明", "gulimira"), ("帕尔哈提 吐尔逊", "parhat")]
)
def test_foreign_name_in_chinese_may_have_an_r_and_a_bare_ending(chinese: str, name: str) -> None:
    assert name in asked_words(chinese)[0].others


def test_russian_word_is_no_chinese_one() -> None:
    assert pinyin.of_palladius("петров") == pinyin.of_palladius("илья") == ""
    assert [one.others for one in asked_words("Илья Яшин")][1] == ()


@pytest.mark.parametrize(
    ("wade", "read"),
    [
        ("chiang tien yung", "jiang tian yong"),
        ("hsu chih yung", "xu zhi yong"),
        ("tan tso jen", "tan zuo ren"),
        ("kuei min hai shih", "gui min hai shi"),
        ("shih ming teh", "shi ming de"),
    ],
)
def test_name_by_wade_and_giles_is_read_in_pinyin(wade: str, read: str) -> None:
    words = wade.split()
    assert pinyin.is_wade(words)
    assert all(one in pinyin.of_wade(word) for one, word in zip(read.split(), words, strict=True))


@pytest.mark.parametrize("name", ["wang dan", "li ting", "ivan jones", "abu bakr", "erzhan elshibaev"])
def test_other_name_is_not_read_by_wade_and_giles(name: str) -> None:
    assert not pinyin.is_wade(name.split())


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("sarsenbayev", ("sarsenbay",)),
        ("sarsenbayeva", ("sarsenbay",)),
        ("sarsenbayuly", ("sarsenbay", "sarsenbayev")),
        ("sarsenbay", ("sarsenbayev",)),
        ("yunusova", ("yunus",)),
        ("ayanov", ("ayan",)),
        ("petrov", ()),
        ("kim", ()),
        ("baltabaeva", ("baltabai",)),
        ("tymoshenkove", ("tymoshenko",)),
        ("sauytbajovou", ("sauytbaj",)),
    ],
)
def test_family_name_is_known_with_and_without_its_ending(name: str, other: tuple[str, ...]) -> None:
    assert other_endings(name) == other


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("nurmuhemmet", ("nurmuhamed", "nurmagambet", "nurmamet")),
        ("mamadbokirov", ("muhamedbokirov", "magambetbokirov", "mametbokirov")),
        ("mohammed", ()),
        ("mambetov", ()),
    ],
)
def test_name_made_of_the_prophets_is_known_by_his_other_forms(name: str, others: tuple[str, ...]) -> None:
    assert other_prophets(name) == others


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Cthutq Ledfyjd", "Сергей Дуванов"),
        ("F,pfk Ljcnbzhjd", "Абзал Достияров"),
        (">kbz Wdtnrjdf", "Юлия Цветкова"),
        ("2ctv", "әсем"),
        ("Мфышдн Фдулыфтнфт", "Vasily Aleksanyan"),
        ("刘霞", ""),
        ("Сергей Duvanov", ""),
        ("Şebnem", ""),
        ("!?", ""),
    ],
)
def test_what_was_typed_on_the_other_keyboard_is_read_on_it(typed: str, meant: str) -> None:
    assert typed_elsewhere(typed) == meant


@pytest.mark.parametrize("typed", ["Ktjybl Djkrjd", "F,pfk Ljcnbzhjd", "{fbn", "Штрбцль"])
def test_keys_of_the_other_keyboard_hardly_make_a_name(typed: str) -> None:
    assert is_hardly_a_name(typed)


@pytest.mark.parametrize("name", ["Sobol, Lyubov", "Aleh Hruzdzilovich", "G. N. Saibaba", "Щвец", "O'Brien", "刘霞"])
def test_names_look_like_names(name: str) -> None:
    assert not is_hardly_a_name(name)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Вaрлaм", "Варлам"),
        ("Бaнцeр", "Банцер"),
        ("Gulzhаn", "Gulzhan"),
        ("Heнadж", "Heнadж"),
        ("Yerlan Балтабай", "Yerlan Балтабай"),
    ],
)
def test_letters_that_look_alike_are_those_of_the_word(written: str, meant: str) -> None:
    assert in_one_alphabet(written) == meant


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("г-жа Соболь", ["Соболь"]),
        ("Dr. Hussam Abu Safiya", ["Hussam", "Abu", "Safiya"]),
        ("академик Сахаров", ["Сахаров"]),
        ("Professor", ["Professor"]),
        ("Dr. X.", ["Dr.", "X."]),
        ("Sharjeel Imam", ["Sharjeel", "Imam"]),
    ],
)
def test_titles_are_left_out_where_a_name_is_left(asked: str, left: list[str]) -> None:
    assert without_titles(asked.split()) == left


def test_family_name_of_a_korean_is_asked_for_as_koreans_spell_it() -> None:
    lee, *_given = asked_words("이석기")
    assert lee.word == "lee" and "i" in lee.others
    assert "park" in asked_words("박근혜")[0].others
    assert asked_words("수기")[0].others == ()


@pytest.mark.parametrize(("typed", "name"), [("kaalov", "kamalov"), ("naan", "natan")])
def test_letter_lost_between_two_vowels_that_are_the_same_hides_nobody(typed: str, name: str) -> None:
    assert not keys_to_ask(typed, False).isdisjoint(keys_of(name))


@pytest.mark.parametrize(("official", "popular"), [("임수경", "kyung"), ("김근태", "keun"), ("이현", "hyun")])
def test_given_name_of_a_korean_is_asked_for_as_koreans_spell_it(official: str, popular: str) -> None:
    assert popular in {other for one in asked_words(official) for other in one.others}
    assert popular not in {other for one in asked_words("Su-gyeong Geun Hyeon") for other in one.others}


@pytest.mark.parametrize(
    ("asked", "at", "form"),
    [
        ("Im Su-gyeong", 0, "lim"),
        ("Im Su-gyeong", 2, "kyung"),
        ("Rim Su-kyong", 0, "lim"),
        ("Pak Nohae", 0, "park"),
        ("Jang Jun-ha", 0, "chang"),
    ],
)
def test_korean_in_latin_letters_is_asked_for_by_the_other_systems(asked: str, at: int, form: str) -> None:
    assert form in asked_words(asked)[at].others


@pytest.mark.parametrize("asked", ["Im Harvey", "Im Su-gyeong Smith", "Smith Su-gyeong", "Rim", ""])
def test_what_is_no_whole_korean_name_is_asked_for_as_it_is(asked: str) -> None:
    assert by_other_systems(words_of(asked)) == []


@pytest.mark.parametrize(
    ("syllable", "taiwanese"),
    [("shi", "shih"), ("zhi", "chih"), ("zi", "tsu"), ("xiu", "hsiu"), ("lian", "lien"), ("ju", "chu"), ("de", "te"),
     ("guo", "kuo"), ("zhong", "chung"), ("ye", "yeh"), ("er", "erh"), ("ren", "jen"), ("ge", "ko")],
)  # fmt: skip
def test_chinese_character_is_asked_for_as_names_of_taiwan_are_spelt(syllable: str, taiwanese: str) -> None:
    assert pinyin.by_wade(syllable) == (taiwanese,)


def test_word_may_go_on_but_a_character_may_not() -> None:
    assert [one.is_unfinished for one in asked_words("Chen Ju")] == [False, True]
    assert [one.is_unfinished for one in asked_words("陳菊")] == [False, False]


def test_arabic_words_are_asked_for_as_they_are_said_together_and_in_egypt() -> None:
    nour, din = asked_words("نور الدين")
    assert "noureddin" in in_one(nour, din).others
    assert "gasar" in asked_words("جاسر")[0].stems


def test_last_word_of_a_name_with_a_hyphen_is_declined() -> None:
    first, last = asked_words("Қожа-Ахметке")
    assert first.stems == () and "akhmet" in last.stems


@pytest.mark.parametrize(
    ("short", "whole"),
    [("Гоша", "georgi"), ("Галя", "galina"), ("Влад", "vladislav"), ("Женя", "yevgeni"), ("Женя", "evgenia"),
     ("Ерланчик", "erlan"), ("Оля", "volha"), ("Владмир", "uladzimir")],
)  # fmt: skip
def test_given_name_that_is_short_or_misspelt_is_asked_for_in_full(short: str, whole: str) -> None:
    assert whole in asked_words(f"{short} Левченко")[0].others


@pytest.mark.parametrize("family", ["Петров", "Николаев", "Григорян", "Степаненко", "Балтабай"])
def test_family_name_is_no_misspelt_given_name(family: str) -> None:
    assert not {"pyotr", "nikolai", "grigori", "stepan", "mikalai"} & set(asked_words(family)[0].others)


@pytest.mark.parametrize(
    ("asked", "word"),
    [("asis", "aziz"), ("zenkovich", "ziankovich"), ("magcan", "maghzhan"), ("zjoenoesov", "zhunusov"),
     ("bolatchan", "bolatkhan"), ("pophadze", "popkhadze")],
)  # fmt: skip
def test_habits_of_neighbouring_languages_make_no_other_name(asked: str, word: str) -> None:
    assert word_likeness(asked, word) > 0.85
