"""Names in Thai and Khmer, and foreign names in Chinese characters, which write them by their sound.

The names are those of people in public life, as they and newspapers write them in either script.
"""

import pytest

from prisoners.asking import as_foreign
from prisoners.khmer import khmer_spelt
from prisoners.models import Prisoner
from prisoners.search import ranked
from prisoners.sounds import words_of
from prisoners.thai import thai_spelt
from tests.factories import PersonNameFactory, PrisonerFactory

pytestmark = pytest.mark.django_db

THAI = {
    "อานนท์ นำภา": "Anon Nampa",
    "ธนาธร จึงรุ่งเรืองกิจ": "Thanathorn Juangroongruangkit",
    "ปนัสยา สิทธิจิรวัฒนกุล": "Panusaya Sithijirawattanakul",
    "ทักษิณ ชินวัตร": "Thaksin Shinawatra",
    "พริษฐ์ ชิวารักษ์": "Parit Chiwarak",
    "ภาณุพงศ์ จาดนอก": "Panupong Jadnok",
    "จตุภัทร์ บุญภัทรรักษา": "Jatupat Boonpattararaksa",
    "สมยศ พฤกษาเกษมสุข": "Somyot Prueksakasemsuk",
    "ดารณี ชาญเชิงศิลปกุล": "Daranee Charnchoengsilpakul",
    "สุรชัย แซ่ด่าน": "Surachai Saedan",
    "พิธา ลิ้มเจริญรัตน์": "Pita Limjaroenrat",
    "ปิยบุตร แสงกนกกุล": "Piyabutr Saengkanokkul",
    "เนติพร เสน่ห์สังคม": "Netiporn Sanesangkhom",
    "ทานตะวัน ตัวตุลานนท์": "Tantawan Tuatulanon",
    "มงคล ถิระโคตร": "Mongkhon Thirakot",
    "จตุพร พรหมพันธุ์": "Jatuporn Prompan",
    "ณัฐวุฒิ ใสยเกื้อ": "Nattawut Saikua",
    "รังสิมันต์ โรม": "Rangsiman Rome",
    "เอกชัย หงส์กังวาน": "Ekachai Hongkangwan",
}
KHMER = {
    "សម រង្ស៊ី": "Sam Rainsy",
    "កឹម សុខា": "Kem Sokha",
    "ធារី សេង": "Theary Seng",
    "ហ៊ុន ម៉ាណែត": "Hun Manet",
    "ម៉ម សូណង់ដូ": "Mam Sonando",
    "រ៉ុង ឈុន": "Rong Chhun",
    "ទេព វន្នី": "Tep Vanny",
    "កែម ឡី": "Kem Ley",
    "ជា វិជ្ជា": "Chea Vichea",
    "ឈុត វុទ្ធី": "Chhut Wutty",
    "ឈឹម ស៊ីថរ": "Chhim Sithar",
    "កឹម មនោវិទ្យា": "Kem Monovithya",
    "លី ចាន់ដារ៉ាវុធ": "Ly Chandaravuth",
}
CHINESE = {
    "纳瓦利内": "Alexei Navalny",
    "萨莫杜罗娃": "Samodurova",
    "卡拉穆尔扎": "Vladimir Kara-Murza",
    "科列斯尼科娃": "Maria Kolesnikova",
    "巴巴里科": "Viktar Babaryka",
    "穆罕默迪": "Narges Mohammadi",
}
#: Who else is in the record; some are called nearly so.
OTHERS = (
    "Ananda Nampoo",
    "Kim Sok",
    "Sam Rany",
    "Wang Lei",
    "Chaiwat Tham",
    "Hun Sen",
    "Anna Kolesnik",
    "Li Wei",
)
EVERY = {**THAI, **KHMER, **CHINESE}


def record(names: "list[str]") -> dict[int, str]:
    made = [PersonNameFactory(prisoner=PrisonerFactory(name=name), text=name) for name in (*names, *OTHERS)]
    return {one.prisoner_id: one.text for one in made}


def test_names_in_other_scripts_lead_to_the_right_person() -> None:
    by_number = record(list(EVERY.values()))
    missed = {}
    for asked, who in EVERY.items():
        found = [by_number[pk] for pk in ranked(asked, Prisoner.public.all())]
        if found[:1] != [who]:
            missed[asked] = found[:3]
    assert len(missed) <= len(EVERY) // 20, missed


@pytest.mark.parametrize("names", [THAI, KHMER], ids=["Thai", "Khmer"])
def test_people_whose_names_stand_in_that_script_are_found_in_latin_letters(names: dict[str, str]) -> None:
    by_number = record(list(names))
    missed = {}
    for written, asked in names.items():
        found = [by_number[pk] for pk in ranked(asked, Prisoner.public.all())]
        if found[:1] != [written]:
            missed[asked] = found[:3]
    assert len(missed) <= 1, missed


def test_spelling_in_the_script_itself_is_found_exactly() -> None:
    by_number = record([*THAI, *KHMER])
    for asked in (*THAI, *KHMER):
        assert by_number[ranked(asked, Prisoner.public.all())[0]] == asked


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("พรหม", "prom"),
        ("จันทร์", "chant"),
        ("น้ำ", "nam"),
        ("เกียรติ", "kiati"),
        ("ไทย", "tai"),
        ("ก็", "k"),
        ("ๆฯ๑", "๑"),
        ("a ก b", "a k b"),
    ],
    ids=str,
)
def test_thai_is_read_by_syllables_and_what_is_no_word_is_left(written: str, said: str) -> None:
    assert thai_spelt(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [("ភ្នំពេញ", "pnumpenh"), ("រាជ", "reach"), ("អង្គរ", "angkor"), ("ឥន្ទ្រ", "intr"), ("៛", "៛"), ("្", ""), ("ា", "")],
    ids=str,
)
def test_khmer_is_read_by_syllables_and_what_is_no_word_is_left(written: str, said: str) -> None:
    assert khmer_spelt(written) == said


def test_sign_that_came_apart_is_read_as_one() -> None:
    assert words_of("นำภา") == words_of("น\u0e4d\u0e32ภา") == ["nampa"]


def test_chinese_name_that_somebody_bears_leaves_no_room_for_foreign_ones() -> None:
    names = record(["欧阳修文", "Oyan Sivan"])
    assert [names[pk] for pk in ranked("欧阳修文", Prisoner.public.all())][:1] == ["欧阳修文"]
    assert "Oyan Sivan" not in [names[pk] for pk in ranked("欧阳修文", Prisoner.public.all())]


@pytest.mark.parametrize(("asked", "who"), [("图尔逊", "Mihrigul Tursun"), ("圖爾遜", "Mihrigul Tursun")])
def test_foreign_name_of_three_characters_is_found_where_it_is_no_chinese_one(asked: str, who: str) -> None:
    names = record([who, "Wang Tuer"])
    assert [names[pk] for pk in ranked(asked, Prisoner.public.all())][:1] == [who]


def test_nobody_is_found_where_no_name_sounds_like_that() -> None:
    record(["Ivan Petrov", "Olga Smirnova"])
    assert ranked("季哈诺夫斯卡娅", Prisoner.public.all()) == []


@pytest.mark.parametrize("asked", ["金槿泰", "王小明", "圖", "Navalny", "纳瓦利内 a", "", "纳" * 25])
def test_other_queries_are_no_foreign_names(asked: str) -> None:
    assert as_foreign(asked) == []
