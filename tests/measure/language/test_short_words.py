"""Texts in relatives of a language, which fit its letters, lack its short words; odd texts in it have them."""

import pytest

from audit.measure.language.words.short_words import lacks_short_words
from tests.measure.language.measured_texts import batch

# Neapolitan and Gronings, Gilaki, Bhojpuri, Punjabi.
RELATIVES = {
    "Chillu guaglione nun vò cchiù ascì d' 'a casa, pecché 'o pate lle ha ditto ca fore fa friddo e ca s'adda mettere "
    "nu cappotto; ma isso nun ce sente e se ne va cu 'a mamma soja a vedé 'o mare.": "it",
    "Wie binnen mit de boot noar de overkaant goan, mor t was zo mistig dat wie de toren nait meer zaggen. Doarom "
    "hemmen wie op t strand zeten en n kop kovvie dronken tot dat de zun weer scheen.": "nl",
    "مو تي جا خيلي راضيم، تو کويا شي؟ امي خانه مئن هيکس نيه، هممه بوشوئن بازار ماهي بيهينن. تي پئر بوگفته کي امو ني "
    "وأ بيشيم، اما مو نأشأم، چره کي وأرش زئندره.": "fa",
    "रउआ लोगन के खातिर ई किताब बहुते नीक बा। हमनी के रोज साँझ के एकरा के पढ़त रहनी जा, आ लइका सब सुनत रहे। ओकरा बाद "
    "माई कहली कि अब सुत जा, काल्ह फेर पढ़ल जाई, बाकिर केहू ना मनलस।": "hi",
    "اوہناں نے آکھیا پئی ایہہ کتاب ساڈے لئی بہت چنگی اے۔ اسیں روز شام نوں ایہنوں پڑھدے ساں تے بال سندے سن، فیر ماں "
    "آکھدی سی ہن سوں جاوو، کل فیر پڑھاں گے۔": "ur",
}
# Each has many short words that no list of its language has: commands, names, slang, abbreviations, capitals.
ODD = {
    "Mit mkdir legst du den Ordner an, mit grep suchst du darin, und mit sed änderst du ihn. Danach liest du in "
    "ftp.mtz.example.org nach, was die Option -qz --kpx der Datei /usr/lbx/zfq/mkz.kpx noch kann.": "de",
    "Ieri Uwe Krzk e Ng Tsz hanno vinto la gara di Szczyrk davanti a Pszt e Vlk, mentre Hrvt e Kwk sono rimasti a "
    "casa per via della neve che cade da lunedì su tutta la valle.": "it",
    "lol idk tbh, u said ur gonna come but then u went to the pub wtf, omg pls dont do that again bro, we were all "
    "waiting at the gate and it was like so cold": "en",
    "Die Wohnung hat ca. 80 qm, inkl. Keller u. Bad, ggf. mit Garage, d. h. der Preis gilt zzgl. MwSt. und evtl. auch "
    "für den Garten, der z. B. als Parkplatz oder so genutzt werden kann.": "de",
    "IL TRAGHETTO NON PARTE DI LUNEDÌ PERCHÉ IL MARE È TROPPO MOSSO E IL VENTO TROPPO FORTE PER TUTTI QUANTI": "it",
    # Nynorsk, the other standard of Norwegian.
    "Båten går ikkje på måndag, for sjøen er altfor grov, og alle lyt venta til vinden har lagt seg. Eg veit ikkje "
    "kva dei skal gjera då, men nokon må seia frå til dei som bur heime.": "no",
    # Its words are not listed.
    "La ŝipo ne iros lunde, ĉar la maro estas tro sovaĝa, kaj ĉiuj devas atendi ĝis la vento kvietos.": "eo",
    "سلام بچه‌ها، کی میاد بریم دریا؟ من دیروز نتونستم بیام چون ماشین خراب بود، ولی امروز اگه هوا خوب باشه با علی و "
    "سارا می‌ریم. نون و پنیر هم با خودتون بیارین که اونجا هیچی گیر نمیاد.": "fa",
    "डॉ. वि. ना. शर्मा और श्री क. म. झा ने बताया कि नाव सोमवार को नहीं चलेगी, क्योंकि समुद्र में लहरें बहुत ऊँची हैं। कि.मी. और मी. में "
    "दूरी मानचित्र पर लिखी है।": "hi",
    "رکتاب الباخرة ديال الصباح وما لقيتش بلاصة، حيت الناس كاملين بغاو يمشيو للسوق باش يشريو الحوت.": "ar",
    # Without vowels all words are short.
    "זצק טגפ כסע דבגי מנלכ": "he",
}
SMALL = {
    "De Wind weer so stark, dat dat Schipp nich ut den Haven kunn, un de Lüüd an den Diek töövten bet to den Avend, "
    "wiel se nich wüssen, wat se maken schullen.": "nds",
    "هي ڪتاب مون کي ڏاڍو وڻيو، ڇاڪاڻ ته ان ۾ سمنڊ ۽ ٻيڙين جون ڪهاڻيون آهن. توهان کي به اهو پڙهڻ گهرجي.": "sd",
    "हो पुस्तक म्हाका खूब आवडलें, कारण ताचे भितर दर्याच्यो आनी होड्यांच्यो काणयो आसात. तुमी लेगीत तें वाचात.": "kok",
    "toma sina li pona tawa mi. jan ale li kama lon tenpo suno ni. ona li lukin e telo suli, li toki e ijo mute tawa "
    "jan lili. tenpo pimeja la jan lili li lape, taso jan suli li awen lon poka telo.": "tok",
}


@pytest.mark.parametrize(("text", "language"), RELATIVES.items(), ids=RELATIVES.values())
def test_a_text_in_a_relative_of_a_language_lacks_its_short_words(text: str, language: str) -> None:
    assert lacks_short_words(text, language)


@pytest.mark.parametrize(("text", "language"), ODD.items(), ids=range(len(ODD)))
def test_an_odd_text_in_the_language_has_its_short_words(text: str, language: str) -> None:
    assert not lacks_short_words(text, language)


def test_a_relative_is_named_itself_or_not_surely() -> None:
    neapolitan, *unsure, bhojpuri, punjabi = batch(*RELATIVES).columns.to_pylist()
    assert [said["language"] for said in (neapolitan, bhojpuri, punjabi)] == ["nap", "bho", "pnb"]
    assert max(said["language_confidence"] for said in unsure) < 0.5


def test_small_languages_are_told_from_their_large_relatives() -> None:
    assert batch(*SMALL).columns["language"].to_pylist() == list(SMALL.values())
