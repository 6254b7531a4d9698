"""Short pages in scripts of their own: menu, share line and notice go; headline, day, source and paragraphs stay."""

from __future__ import annotations

from datetime import date

import pytest

ARABIC = (
    "فتح المتحف القديم على ضفة النهر أبوابه صباح أمس، وجاء الناس من كل القرى المجاورة ليروا القوارب الخشبية.",
    "وقال الحارس إن المتحف يبقى مفتوحا طوال الصيف، وإن الدخول مجاني للأطفال وللصيادين في أيام السوق.",
)
HINDI = (
    "नदी के किनारे का पुराना संग्रहालय कल सुबह खुल गया, और आसपास के गाँवों से बहुत लोग लकड़ी की नावें देखने आए।",
    "रखवाले ने कहा कि संग्रहालय पूरी गर्मी खुला रहेगा, और बाज़ार के दिन बच्चों का प्रवेश मुफ़्त होगा।",
)
THAI = (
    "พิพิธภัณฑ์เก่าริมแม่น้ำเปิดประตูอีกครั้งเมื่อเช้าวานนี้ และชาวบ้านจากหมู่บ้านใกล้เคียงจำนวนมากพากันมาดูเรือไม้ที่ซ่อมเสร็จแล้ว",
    "ผู้ดูแลบอกว่าพิพิธภัณฑ์จะเปิดตลอดฤดูร้อน และเด็กกับชาวประมงเข้าชมได้โดยไม่เสียค่าใช้จ่ายในวันที่มีตลาดนัดริมน้ำทุกสัปดาห์",
)
PERSIAN = (
    "موزه قدیمی کنار رودخانه صبح دیروز باز شد و مردم بسیاری از روستاهای اطراف برای دیدن قایق‌های چوبی آمدند.",
    "نگهبان گفت که موزه در تمام تابستان باز می‌ماند و ورود کودکان و ماهیگیران در روزهای بازار رایگان است.",
)
BENGALI = (
    "ছয় মাস বন্ধ থাকার পর ফেরি গতকাল আবার চালু হয়েছে, প্রথম যাত্রায় চল্লিশ জন ছিলেন।",
    "মাঝি বলেন, প্রতি ঘণ্টায় একটি ফেরি চলবে।",
)
GEORGIAN = (
    "ექვსთვიანი შესვენების შემდეგ ბორანი გუშინ კვლავ ამუშავდა და პირველ რეისზე ორმოცი კაცი იყო.",
    "მეზღვაურმა თქვა, რომ ყოველ საათში იქნება რეისი.",
)
URDU = (
    "چھ ماہ بند رہنے کے بعد کشتی کل دوبارہ چل پڑی اور پہلے سفر میں چالیس افراد سوار تھے۔",
    "ملاح نے کہا کہ ہر گھنٹے ایک کشتی چلے گی۔",
)
ARMENIAN = (
    "Վեց ամիս դադարից հետո լաստանավը երեկ կրկին աշխատեց, և առաջին երթին քառասուն մարդ կար։",
    "Նավավարն ասաց, որ ամեն ժամ մեկ երթ կլինի։",
)
KAZAKH = (
    "Алты айлық үзілістен кейін паром кеше қайта жүрді, алғашқы рейсте қырық адам болды.",
    "Кемеші сағат сайын бір рейс болатынын айтты.",
)
PAGES = {
    "Bengali": ("প্রচ্ছদ\nখবর\nখেলা", "ফেরি আবার চালু হলো ছয় মাস পর", "৯ মার্চ ২০২১", BENGALI, "শেয়ার করুন\nসর্বস্বত্ব সংরক্ষিত"),
    "Georgian": (
        "მთავარი\nსიახლეები\nსპორტი",
        "ბორანი ექვსი თვის შემდეგ კვლავ დადის",
        "9 მარტი, 2021",
        GEORGIAN,
        "გაზიარება\nყველა უფლება დაცულია",
    ),
    "Urdu": (
        "صفحہ اول\nتازہ ترین\nکھیل",
        "چھ ماہ بعد کشتی دوبارہ چل پڑی",
        "9 مارچ 2021",
        URDU,
        "شیئر کریں\nجملہ حقوق محفوظ",
    ),
    "Armenian": (
        "Գլխավոր\nՆորություններ\nՍպորտ",
        "Լաստանավը կրկին աշխատում է",
        "9 մարտի 2021",
        ARMENIAN,
        "Կիսվել\nԿապ",
    ),
    "Kazakh": (
        "Басты бет\nЖаңалықтар\nСаясат",
        "Паром алты айдан кейін қайта жүрді",
        "9 наурыз 2021",
        KAZAKH,
        "Бөлісу\nБарлық құқықтар қорғалған",
    ),
    "Arabic": (
        "الرئيسية\nأخبار\nرياضة",
        "المتحف القديم يفتح أبوابه",
        "9 مارس 2021",
        ARABIC,
        "شارك الخبر\nجميع الحقوق محفوظة",
    ),
    "Hindi": ("मुखपृष्ठ\nसमाचार\nखेल", "पुराना संग्रहालय खुला", "9 मार्च 2021", HINDI, "साझा करें\nसर्वाधिकार सुरक्षित"),
    "Thai": ("หน้าแรก\nข่าว\nกีฬา", "พิพิธภัณฑ์เก่าเปิดอีกครั้ง", "9 มีนาคม 2564", THAI, "แชร์ข่าวนี้\nสงวนลิขสิทธิ์"),
    "Persian": (
        "صفحه اصلی\nاخبار\nورزش",
        "موزه قدیمی باز شد",
        "۱۹ اسفند ۱۳۹۹",
        PERSIAN,
        "به اشتراک بگذارید\nکلیه حقوق محفوظ است",
    ),
}

FERRY = {
    "Greek": (
        "Αρχική\nΕιδήσεις\nΕπικοινωνία", "Το πορθμείο ξανά στο ποτάμι", "9 Μαρτίου 2021",
        ("Το πορθμείο ξαναπέρασε το ποτάμι τη Δευτέρα, έπειτα από έξι μήνες, με πέντε επιβάτες και ένα άλογο.",
         "Ο πορθμέας είπε ότι φεύγει μία φορά την ώρα."),
        "Κοινοποίηση\nΔιαβάστε επίσης\nΜε επιφύλαξη παντός δικαιώματος",
    ),
    "Bulgarian": (
        "Начало\nНовини\nКонтакти", "Салът отново пътува през реката", "9 март 2021 г.",
        ("Салът прекоси отново реката в понеделник след шест месеца, с петима пътници и един кон на борда.",
         "Салджията каза, че тръгва веднъж на всеки час."),
        "Сподели\nПрочетете още\nВсички права запазени",
    ),
    "Czech": (
        "Domů\nZprávy\nKontakt", "Přívoz znovu jezdí přes řeku", "9. března 2021",
        ("Přívoz v pondělí po šesti měsících znovu přejel řeku, na palubě bylo pět cestujících a jeden kůň.",
         "Převozník řekl, že vyplouvá každou hodinu."),
        "Sdílet\nSouvisející články\nVšechna práva vyhrazena",
    ),
    "Hungarian": (
        "Főoldal\nHírek\nKapcsolat", "Újra jár a komp a folyón", "2021. március 9.",
        ("Hat hónap után hétfőn ismét átkelt a komp a folyón, öt utassal és egy lóval a fedélzetén.",
         "A révész azt mondta, hogy óránként egyszer indul."),
        "Megosztás\nKapcsolódó cikkek\nMinden jog fenntartva",
    ),
    "Finnish": (
        "Etusivu\nUutiset\nYhteystiedot", "Lossi kulkee taas joen yli", "9.3.2021",
        ("Lossi ylitti joen maanantaina kuuden kuukauden tauon jälkeen, kyydissä oli viisi matkustajaa ja hevonen.",
         "Lossinkuljettaja kertoi lähtevänsä kerran tunnissa."),
        "Jaa artikkeli\nLue myös\nKaikki oikeudet pidätetään",
    ),
    "Lithuanian": (
        "Pagrindinis\nNaujienos\nKontaktai", "Keltas vėl plaukia per upę", "2021-03-09",
        ("Keltas pirmadienį po šešių mėnesių vėl perplaukė upę su penkiais keleiviais ir vienu arkliu.",
         "Keltininkas sakė, kad išplaukia kartą per valandą."),
        "Dalintis\nTaip pat skaitykite\nVisos teisės saugomos",
    ),
}  # fmt: skip


@pytest.mark.parametrize("page", (PAGES | FERRY).values(), ids=(PAGES | FERRY))
def test_a_short_page(document, page: tuple[str, str, str, tuple[str, ...], str]) -> None:
    menu, title, day, body, foot = page
    found = document("\n".join((menu, title, day, *body, foot)))
    assert (found["title"], found["date"], found["source"]) == (title, date(2021, 3, 9), None)
    assert found["body"] == "\n".join(body)


def test_a_page_in_one_line_is_kept_whatever_it_mentions(document) -> None:
    line = "老桥昨天晚上恢复通车，居民在桥头放起了鞭炮，第一辆车是送菜的三轮车。版权所有。" * 3
    assert document(line)["body"] == line
    assert document("版权所有，未经允许不得转载")["boilerplate"]


THAI_SENTENCES = (
    "ตลาดนัดริมน้ำของอำเภอกลับมาเปิดอีกครั้งเมื่อวันเสาร์ที่ผ่านมา มีร้านค้ามากกว่าเดิมเท่าตัวและมีการแสดงดนตรีตลอดทั้งคืน",
    "แม่ค้าคนหนึ่งบอกว่าขายดีจนของหมด",
    "ตลาดจะเปิดทุกวันเสาร์และวันอาทิตย์",
)


def test_short_sentences_of_a_thai_article(document) -> None:
    text = f"""หน้าแรก
ข่าว
การเมือง
กีฬา
บันเทิง
เข้าสู่ระบบ
ตลาดนัดริมน้ำกลับมาเปิดอีกครั้งหลังปิดไปสองปี
11 มีนาคม 2567 เวลา 10:21 น.
แชร์
{THAI_SENTENCES[0]}
{THAI_SENTENCES[1]}
{THAI_SENTENCES[2]}
แท็ก: ข่าวท้องถิ่น
ข่าวที่เกี่ยวข้อง
ฝนตกหนักทั่วภาคเหนือ น้ำท่วมหลายอำเภอ
ติดต่อเรา
นโยบายความเป็นส่วนตัว
"""
    assert document(text)["body"] == "\n".join(THAI_SENTENCES)


def test_a_long_thai_sentence_with_few_blanks_is_no_list_of_headlines(document) -> None:
    first = "ตลาดนัดริมน้ำของอำเภอกลับมาเปิดอีกครั้งเมื่อวันเสาร์ที่ผ่านมาและมีร้านค้าที่ขายผลไม้กับอาหารพื้นบ้านมากกว่าเดิมเท่าตัวจนถึงเที่ยงคืน"
    second = "แม่ค้าคนหนึ่งบอกว่า ขายดีจนของหมด และจะกลับมาอีกในวันอาทิตย์ พร้อมกับลูกสาว ที่ช่วยขายของมาหลายปี"
    text = f"หน้าแรก\nข่าว\nกีฬา\n\nตลาดนัดริมน้ำเปิดอีกครั้ง\n11 มีนาคม 2567\n\n{first}\n\n{second}\n\nแชร์\nสงวนลิขสิทธิ์\n"
    assert document(text)["body"] == f"{first}\n{second}"
