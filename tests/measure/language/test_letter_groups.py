"""A text in the script of one major language is in it only if its letters stand together as in this language."""

from __future__ import annotations

import pytest

from audit.measure.language.words.letter_groups import letter_groups
from tests.measure.language.measured_texts import batch

OWN = {
    "el": "Το πρωί πήγαμε στην αγορά και αγοράσαμε ψωμί, τυρί και λίγα φρούτα για το ταξίδι. Μετά από δύο ώρες φτάσαμε "
    "στο χωριό, όπου μας περίμεναν οι φίλοι μας με το αυτοκίνητο.",
    "ka": "დილით ჩვენ წავედით ბაზარში და ვიყიდეთ პური, ყველი და ცოტა ხილი მგზავრობისთვის. ორი საათის შემდეგ "
    "მივედით სოფელში, სადაც მეგობრები გველოდებოდნენ მანქანით.",
    "hy": "Առավոտյան մենք գնացինք շուկա և գնեցինք հաց, պանիր և մի քիչ միրգ ճանապարհի համար։ Երկու ժամ անց մենք հասանք "
    "գյուղ, որտեղ մեզ սպասում էին մեր ընկերները։",
    "ta": "காலையில் நாங்கள் சந்தைக்குச் சென்று ரொட்டியும் பழங்களும் வாங்கினோம். இரண்டு மணி நேரத்திற்குப் பிறகு "
    "கிராமத்தை அடைந்தோம், அங்கே நண்பர்கள் காத்திருந்தார்கள்.",
    "te": "ఉదయం మేము బజారుకు వెళ్ళి రొట్టె, పండ్లు కొన్నాము. రెండు గంటల తర్వాత మేము ఊరికి చేరుకున్నాము, అక్కడ మా "
    "స్నేహితులు మా కోసం ఎదురు చూస్తున్నారు.",
    "my": "မနက်မှာ ကျွန်တော်တို့ ဈေးကို သွားပြီး ပေါင်မုန့်နဲ့ သစ်သီးတွေ ဝယ်ခဲ့ကြတယ်။ နှစ်နာရီကြာတော့ ရွာကို ရောက်ခဲ့တယ်။",
}
# Homer's first lines, in letters with breathings.
ANCIENT = (
    "Μῆνιν ἄειδε θεὰ Πηληϊάδεω Ἀχιλῆος οὐλομένην, ἣ μυρί᾽ Ἀχαιοῖς ἄλγε᾽ ἔθηκε, πολλὰς δ᾽ ἰφθίμους ψυχὰς Ἄϊδι προΐαψεν "
    "ἡρώων, αὐτοὺς δὲ ἑλώρια τεῦχε κύνεσσιν οἰωνοῖσί τε πᾶσι, Διὸς δ᾽ ἐτελείετο βουλή."
)


def told(text: str) -> tuple[str, str | None]:
    columns = batch(text).columns
    return columns["language"][0].as_py(), columns["language_runner_up"][0].as_py()


@pytest.mark.parametrize("tag", OWN)
@pytest.mark.parametrize("form", [str, str.upper, lambda text: text[:50], lambda text: f"README.md: {text} (v1.2)"])
def test_a_text_keeps_the_language_of_its_script(tag: str, form):
    assert told(form(OWN[tag]))[0] == tag


@pytest.mark.parametrize("tag", sorted(OWN.keys() - {"my"}))
def test_letters_in_another_order_are_another_language(tag: str):
    text = " ".join("".join(sorted(word)) for word in OWN[tag].split())
    assert told(text * 2) == ("und", tag)


def test_ancient_greek_is_not_todays():
    assert told(ANCIENT) == ("und", "el")


@pytest.mark.parametrize("text", ["Ἀχιλῆος", "ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ", "దేశం", "ΖΨΞ ΞΨΖ ΦΧΨ"])
def test_a_few_letters_are_not_doubted(text: str):
    assert told(text * 2)[0] != "und"


def test_burmese_in_an_old_encoding_is_not_doubted():
    text = "ကၽြန္ေတာ္တို႔သည္ ေက်ာင္းသို႔ သြားၾကသည္။ ၿမိဳ႕ေတာ္သည္ ျမစ္ကမ္းေပၚတြင္ ရွိသည္။ ႀကိဳးစားၿပီး ဖတ္ၾကပါ။"
    assert told(text * 3)[0] == "my"


@pytest.mark.parametrize(
    "names",
    [
        "კუბა, ომანი, პანამა, ბურუნდი, ჰონდურასი, გვატემალა, ლუქსემბურგი, ლიხტენშტაინი, მოზამბიკი, ზიმბაბვე",
        "கியூபா\nஓமான்\nபனாமா\nபுருண்டி\nஹோண்டுராஸ்\nகுவாத்தமாலா\nலக்சம்பர்க்\nமொசாம்பிக்\nஜிம்பாப்வே\nபிஜி\nநவ்ரு",
    ],
)
def test_names_of_foreign_places_are_not_doubted(names: str):
    assert told(names)[0] in {"ka", "ta"}


def test_groups_are_cut_at_the_ends_of_words_in_the_script():
    assert letter_groups("Το abc Α1", "el") == [" το", "το ", " α "]
