"""Relatives of known languages, with profiles of a wiki's messages: named by themselves alone."""

import pytest

from audit.measure.language.models.derived_profiles import WIKI_TABLE
from audit.text.tables import rows
from tests.measure.language.measured_texts import batch

RELATIVES = {
    "scn": "Me nanna mi cuntava sempri sta storia quannu era nicu, e nuàutri stàvamu tutti assittati attornu ô focu.",
    "frr": "Min aal aatj hee mi imer det teel fertäält üs ik noch letj wiar, an wi seed altumaal am't ial ambi.",
    "vro": "Mu vanaimä kõnõl' mullõ kõgõ taad juttu, ku ma viil väiku olli, ja mi kõik istsõmi tulõ veeren ja kullimi.",
    "sgs": "Mona baba vėsumet man pasakuodava šėta pasaka, kap aš vel mažos bova, ė mes vėsė sedieduom aplink ognė.",
    "lfn": "Mi ava ia dise sempre a me esta nara cuando me ia es peti, e nos tota ia senta sirca la foco per escuta.",
    "rue": "Моя баба мі все росповідала тоту історію, кідь єм быв малый, а мы вшыткы сиділи коло огню і слухали.",
    "ba": "Мин бәләкәй саҡта өләсәйем һәр ваҡыт ошо әкиәтте һөйләй торғайны, ә беҙ барыбыҙ ҙа усаҡ янында тыңлай инек.",
}
GREATER = {
    "it": "Mia nonna mi raccontava sempre questa storia quando ero piccolo, e noi stavamo seduti attorno al fuoco.",
    "nl": "Mijn oma vertelde me altijd dit verhaal toen ik klein was, en we zaten allemaal rond het vuur te luisteren.",
    "de": "Meine Oma hat mir immer diese Geschichte erzählt, als ich noch klein war, und wir saßen alle um das Feuer.",
    "et": "Minu vanaema rääkis mulle alati seda lugu, kui ma veel väike olin, ja me kõik istusime lõkke ääres.",
    "lt": "Mano močiutė visada man pasakodavo šią istoriją, kai buvau mažas, o mes visi sėdėdavome prie laužo.",
    "pt": "A minha avó contava-me sempre esta história quando eu era pequeno, e nós estávamos todos sentados à volta.",
    "uk": "Моя бабуся завжди розповідала мені цю історію, коли я був малим, а ми всі сиділи біля вогню і слухали.",
    "tt": "Мин кечкенә чакта әбием һәрвакыт шушы әкиятне сөйли торган иде, ә без барыбыз да учак янында тыңлый идек.",
}
# Swiss German, Bavarian, Piedmontese, Lombard, Jamaican, Zeelandic: spelled in many ways.
LOOSELY_SPELLED = (
    "Hüt z Abig gönd mir zäme a See abe, will s Wätter so schön isch und d Chind gern im Wasser spiled.",
    "Heit auf d Nocht geng mia zsamm zum See owe, wei s Weda so sche is und de Kinda so gean im Wossa spuin.",
    "Mia granmare a më contava sempe costa stòria cand ch'i j'era cit, e noi i j'ero tuti setà antorn al feu a sente.",
    "La mia nona la me cuntava semper questa storia quand s'eri piscinin, e nun s'erum tucc setaa giò al foeugh.",
    "Mi granny always a tell mi dis story wen mi likkle, an all a wi siddung roun di fire fi lisn to ar.",
    "M'n grôotmoeder vertelde me aoltied dit verhael toen a'k klein was, en wulder zaete aollemae rond 't vier.",
)

# What a program says, in languages of which a declaration alone was known, and in some with like letters.
COMMANDS = {
    "tet": "Imajen aumenta ona. La konsege aumenta imajen tanba erru. Hamoos dokumentu ida. Troka naran uza-na'in. "
    "Filtru kontentu. Salva mudansa sira. Fali ba lista. Kria pájina foun. Publika agora. La iha rezultadu. "
    "Hili foto seluk. Muda ba leten. Muda ba kraik. Atualiza perfil. Utilizador laiha permisaun atu aprova.",
    "ln": "Elilingi ebakisami. Kolongola dosye. Kobongola nkombo ya mosaleli. Bomba mbongwana. Kozonga na liste. Sala "
    "lokasa ya sika. Bimisa sikoyo. Eloko emonani te. Pona foto mosusu. Kotambwisa likolo. Kotambwisa na nse.",
    "ff": "Natal ɓeydaama. Momtu winndannde. Waylu innde kuutoro. Danndu bayle. Rutto e doggol. Sos hello kesi. Saaktu "
    "jooni. Alaa ko yiytaa. Suɓo foto goɗɗo. Yettin dow. Yettin les. Kuutoro alaa yamiroore jaɓgol. Neldu iimeel.",
}
LIKE_COMMANDS = {
    "sw": "Picha imeongezwa. Futa faili. Badilisha jina la mtumiaji. Hifadhi mabadiliko. Rudi kwenye orodha. Tengeneza "
    "ukurasa mpya. Chapisha sasa. Hakuna kilichopatikana. Chagua picha nyingine. Sogeza juu. Sogeza chini.",
    "id": "Gambar telah ditambahkan. Hapus dokumen. Ganti nama pengguna. Simpan perubahan. Kembali ke daftar. Buat "
    "halaman baru. Terbitkan sekarang. Tidak ada hasil pencarian. Pilih foto lain. Pindah ke atas. Pindah ke bawah.",
}


@pytest.mark.parametrize("texts", [RELATIVES, GREATER], ids=["the relatives", "the greater ones"])
def test_a_relative_and_the_greater_language_are_each_named(texts: dict[str, str]) -> None:
    found = batch(*texts.values()).columns
    assert found["language"].to_pylist() == list(texts)
    assert min(found["language_confidence"].to_pylist()) > 0.6


def test_commands_are_named_where_a_declaration_and_a_wiki_are_known_and_so_are_those_like_them() -> None:
    found = batch(*COMMANDS.values(), *LIKE_COMMANDS.values()).columns
    assert found["language"].to_pylist() == [*COMMANDS, *LIKE_COMMANDS]
    assert min(found["language_confidence"].to_pylist()) > 0.4


def test_a_relative_that_is_spelled_loosely_is_at_least_in_doubt() -> None:
    assert max(batch(*LOOSELY_SPELLED).columns["language_confidence"].to_pylist()) < 0.5


def test_each_of_them_has_rows_of_every_kind() -> None:
    # Rows of one kind are read alone, and replace those of other tables in these languages.
    of_kinds = [{language for language, *_ in rows(WIKI_TABLE, holding=f"\t{kind}\t")} for kind in ("w", "t")]
    assert of_kinds == [{language for language, *_ in rows(WIKI_TABLE)}] * len(of_kinds)
