"""Shan, Mon, Pa'O, Pwo and Rakhine among Burmese, Dzongkha among Tibetan, Mingrelian among Georgian, Manchu among
Mongolian, Kazakh in Arabic letters among Uyghur, Pontic among Greek, Tulu among Kannada.

Burmese in an old encoding of the same letters is Burmese, and Georgian about letters of Mingrelian is Georgian.
"""

import pytest

from tests.measure.language.measured_texts import fact

TEXTS = {
    "Shan": ("မႂ်ႇသုင်ၶႃႈ ယူႇလီၵိၼ်ဝၢၼ်ၵူႈၵေႃႉယဝ်ႉ ၵူၼ်းၼႂ်းဝၢၼ်ႈမႃးႁွတ်ႈယဝ်ႉ", "shn"),
    "Mon": ("မံၚ်မိပ်မံၚ်ပျးၚ် ဂွံညာတ်ကေတ် တၚ်နၚ် မၞိဟ်ဂမၠိုၚ် ပ္ဍဲကွာန်ဂှ်", "mnw"),
    "Pa'O": ("ပအိုဝ်ႏလိတ်ငဝ်ꩻတောမ်ႏ ဝေင်ꩻနယ်ႏခွန်ꩻထီꩻ ဒေါ့ꩻကုဲင်ꩻတောမ်ႏသွူ", "blk"),
    "the letters of Pwo": ("ဖၠုံၮ်ုသ်ု ၮအဝ့်ၯ လိက်ၮ်ုဖၠုံ ၰဆၧၮ် ဘၪ့ၯ", "kjp"),
    "Burmese": ("ကျွန်တော်တို့သည် ကျောင်းသို့ သွားကြသည်။ မြို့တော်သည် မြစ်ကမ်းပေါ်တွင် ရှိသည်။", "my"),
    "Burmese in Zawgyi": ("ကၽြန္ေတာ္တို႔သည္ ေက်ာင္းသို႔ သြားၾကသည္။ ၿမိဳ႕ေတာ္သည္ ျမစ္ကမ္းေပၚတြင္ ရွိသည္။ ႀကိဳးစားၿပီး ဖတ္ၾကပါ။", "my"),
    "Mingrelian": ("სკუა ჩქიმი კჷლას მიკოჸუნს, თე ბაღანა ჸუდეშა მოურს დო ჩქიმ ჯიმა შხვა ქიანაშა მიდართჷ.", "xmf"),
    "Georgian": ("მეგრულ ანბანში არის ასოები ჷ და ჸ, ასო ჷ და ასო ჸ ქართულს არ აქვს, არც ჷ და არც ჸ.", "ka"),
    "Manchu": ("ᠮᠠᠨᠵᡠ ᡤᡳᠰᡠᠨ ᠪᡝ ᡨᠠᠴᡳᠮᠪᡳ᠈ ᠪᡳᡨᡥᡝ ᡥᡡᠯᠠᠮᠪᡳ᠉ ᠰᡳ ᠠᡳᠪᡳᡩᡝ ᡤᡝᠨᡝᠮᠪᡳ", "mnc"),
    "Mongolian": ("ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ ᠪᠢᠴᠢᠭ ᠦᠨ ᠬᠢᠴᠢᠶᠡᠯ ᠳᠦ ᠣᠷᠣᠵᠤ ᠪᠠᠢᠨ᠎ᠠ", "mn"),
    "Kazakh": ("ٴبىز بۇگىن مەكتەپكە باردىق، ٴبىراق ٴمۇعالىم كەلمەدى. ەرتەڭ ٴبارىمىز كىتاپ وقيمىز.", "kk"),
    "Uyghur": ("بىز بۈگۈن مەكتەپكە باردۇق، بىراق ئوقۇتقۇچى كەلمىدى. ئەتە ھەممىمىز كىتاب ئوقۇيمىز.", "ug"),
    "Uyghur about a letter": ("قازاقچە يېزىقتا ٴ دېگەن بەلگە بار، ئۇيغۇرچىدا ٴ يوق، ئەمما ئې، ئۈ ۋە ئۆ بار.", "ug"),
    "Rakhine": ("ကျောင်းကို လားနီရေ။ ဆရာမ မဟိပါ။ စာအုပ်တိကို ဖတ်နီကတ်တေ။ ရွာမှာ လူအများကြီး ဟိရေ။", "rki"),
    "Burmese about water": ("ရေသည် အသက်ဖြစ်သည်။ သောက်ရေ မရှိပါ။ မြစ်ရေ မြင့်တက်နေသည်။ အနီရောင် ရေပုံးများ ရှိသည်။", "my"),
    "Pontic": (
        "Η μάνα μ' κι έρθεν σο χωρίον. Ατός εν' σ' οσπίτ' και ντο εποίκεν κι λέει. Άμον ντο έλεεν, έν' καλόν.",
        "pnt",
    ),
    "Greek with elisions": (
        "Σ' αγαπώ, μ' ακούς; Κι εγώ σ' το 'πα, κι αυτός τ' άκουσε από τη μάνα του, που δεν είναι εδώ.",
        "el",
    ),
    "Greek verse": (
        "Σε γνωρίζω από την κόψη του σπαθιού την τρομερή, σε γνωρίζω από την όψη που με βιά μετράει τη γη.",
        "el",
    ),
    "Tulu": ("ಯಾನ್ ಇನಿ ಶಾಲೆಗ್ ಪೋಪೆ. ಈರ್ ಓಡೆ ಪೋಪರ್? ಒಂಜಿ ಪೊಸ ಪುಸ್ತಕ ಉಂಡು, ಅವೆನ್ ಓದುಲೆ. ಇತ್ತೆ ಬರ್ಸ ಇಜ್ಜಿ.", "tcy"),
    "Kannada of Mangalore": ("ಒಂಜಿ ಅಂದರೆ ತುಳುವಿನಲ್ಲಿ ಒಂದು. ಈರ್ ಎಂದರೆ ನೀವು, ಇಜ್ಜಿ ಎಂದರೆ ಇಲ್ಲ ಎಂದು ಅವರು ಹೇಳಿದರು.", "kn"),
    "Dzongkha": ("ང་ལུ་དཔེ་ཆ་ཅིག་དགོཔ་ཨིན། འདི་ཚུ་ང་གིས་འབད་ནི་ཨིན། ཁྱིམ་ནང་ལུ་མི་ཚུ་ཡོདཔ་ཨིན།", "dz"),
    "Tibetan": ("ང་ལ་དཔེ་ཆ་གཅིག་དགོས་ཡོད། འདི་དག་ངས་བྱེད་ཀྱི་ཡིན། ཁྱིམ་ནང་དུ་མི་ཚོ་ཡོད་པ་རེད།", "bo"),
}


@pytest.mark.parametrize(("text", "tag"), TEXTS.values(), ids=TEXTS)
def test_a_language_is_known_by_its_own_signs(text: str, tag: str) -> None:
    assert fact(text, "language") == tag


FEW = {
    "the plural and the dative of Dzongkha": ("ཁྱིམ་ཚུ་མི་ལུ", "dz", 0.6),
    "the plural of Dzongkha": ("ཁྱིམ་ཚུ་ཆེན་པོ", "dz", 0.45),
    "a title with words of both languages": ("སློབ་གྲྭ་ཆེན་པོ", "bo", 0.45),
}


@pytest.mark.parametrize(("text", "tag", "most"), FEW.values(), ids=FEW)
def test_a_few_syllables_leave_tibetan_and_dzongkha_open(text: str, tag: str, most: float) -> None:
    assert fact(text, "language") == tag
    assert fact(text, "language_confidence") == pytest.approx(most)


def test_seven_words_are_enough_for_kazakh_and_uyghur() -> None:
    kazakh, uyghur = "بۇل جاڭا كىتاپتى كوپ ادام وقيدى ەكەن", "بۇ يېڭى كىتابنى كۆپ ئادەم ئوقۇيدىكەن دەيدۇ"
    assert (fact(kazakh, "language"), fact(uyghur, "language")) == ("kk", "ug")
    assert fact(uyghur, "language_confidence") > 0.9


def test_a_sign_of_tibetan_makes_a_few_syllables_tibetan() -> None:
    assert fact("ཁྱིམ་ནང་དུ་མི་ཡོད", "language") == "bo"
    assert fact("ཁྱིམ་ནང་དུ་མི་ཡོད", "language_confidence") > 0.9
