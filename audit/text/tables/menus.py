"""Labels of menus, sections and footers in languages with few pages.

Bengali, Tamil, Telugu, Marathi, Gujarati, Urdu, Nepali, Sinhala, Burmese, Khmer, Lao, Georgian, Armenian, Amharic,
Kazakh, Azerbaijani, Uzbek, Mongolian; Greek, Bulgarian, Macedonian, Serbian, Ukrainian, Belarusian, Czech, Slovak,
Slovene, Croatian, Hungarian, Romanian, Polish, Lithuanian, Latvian, Estonian, Finnish, Swedish, Norwegian, Danish,
Dutch, Catalan. A `*` at the end stands for anything. All are folded as by audit.text.fold.fold.
"""

from __future__ import annotations

from typing import Final

NAVIGATION: Final = (
    "প্রচ্ছদ", "হোম", "লগইন", "মেনু", "যোগাযোগ",
    "আমাদের সম্পর্কে", "முகப்பு", "உள்நுழைக", "தொடர்பு", "హోమ్", "హోం",
    "मुख्यपृष्ठ", "संपर्क", "હોમ", "સંપર્ક", "صفحہ اول",
    "سرورق", "ہوم", "لاگ ان", "गृहपृष्ठ", "होमपेज", "सम्पर्क",
    "මුල් පිටුව", "අප අමතන්න", "ပင်မစာမျက်နှာ", "ပင်မ",
    "ဆက်သွယ်ရန်", "ទំព័រដើម", "ទំនាក់ទំនង", "ໜ້າຫຼັກ", "ໜ້າທຳອິດ",
    "ຕິດຕໍ່", "მთავარი", "კონტაქტი", "ჩვენ შესახებ", "შესვლა", "գլխավոր", "գլխավոր էջ", "կապ", "մեր մասին",
    "መነሻ", "ዋና ገጽ", "ያግኙን", "басты бет", "байланыс", "біз туралы", "ana səhifə", "əlaqə", "haqqımızda",
    "bosh sahifa", "aloqa", "biz haqimizda", "нүүр хуудас", "холбоо барих",
    "αρχική", "αρχική σελίδα", "σύνδεση", "εγγραφή", "επικοινωνία", "контакти", "вход", "почетна",
    "насловна", "контакт", "головна сторінка", "контакти", "галоўная", "кантакты", "domů", "přihlásit se",
    "přihlásit", "domov", "úvodná stránka", "prihlásiť sa", "prijava", "naslovnica", "početna", "főoldal", "kezdőlap",
    "kapcsolat", "belépés", "bejelentkezés", "acasă", "autentificare", "strona główna", "zaloguj się", "pagrindinis",
    "prisijungti", "kontaktai", "sākums", "kontakti", "pieslēgties", "avaleht", "kontaktid", "logi sisse", "etusivu",
    "yhteystiedot", "kirjaudu", "kirjaudu sisään", "valikko", "kontakta oss", "startsida", "forside", "kontakt oss",
    "logg inn", "log ind", "inici", "contacte", "inicia sessió",
)  # fmt: skip

CATEGORY: Final = (
    "খবর", "সংবাদ", "জাতীয়", "রাজনীতি", "খেলা",
    "খেলাধুলা", "বিনোদন", "অর্থনীতি", "আন্তর্জাতিক", "செய்திகள்", "அரசியல்",
    "விளையாட்டு", "சினிமா", "உலகம்", "వార్తలు", "రాజకీయాలు",
    "క్రీడలు", "సినిమా", "बातम्या", "क्रीडा", "राजकारण", "સમાચાર",
    "રમતગમત", "રાજકારણ", "خبریں", "تازہ ترین", "کھیل", "سیاست",
    "پاکستان", "دنیا", "شوبز", "खेलकुद", "राजनीति", "පුවත්",
    "ක්‍රීඩා", "သတင်း", "သတင်းများ", "အားကစား", "နိုင်ငံရေး", "ព័ត៌មាន", "កីឡា", "នយោបាយ", "ຂ່າວ", "ກິລາ",
    "სიახლეები", "ახალი ამბები", "სპორტი", "პოლიტიკა",
    "ეკონომიკა", "საზოგადოება", "կուլտուրա", "նորություններ", "լուրեր",
    "սպորտ", "քաղաքականություն", "տնտեսություն", "ዜና", "ስፖርት", "ፖለቲካ", "ቢዝነስ", "жаңалықтар", "саясат", "қоғам",
    "xəbərlər", "siyasət", "idman", "iqtisadiyyat", "yangiliklar", "siyosat", "iqtisodiyot", "мэдээ", "улс төр",
    "начало", "ειδήσεις", "αθλητικά", "πολιτική", "οικονομία", "κόσμος", "ελλάδα", "πολιτισμός", "новини", "спорт",
    "политика",
    "икономика", "свят", "вести", "економија", "вијести", "новини", "політика", "економіка", "навіны", "палітыка",
    "zprávy", "sportas", "ekonomika", "kultúra", "správy", "vijesti", "šport", "gospodarstvo", "hírek",
    "belföld", "külföld", "gazdaság", "știri", "politică", "economie", "wiadomości", "gospodarka", "naujienos",
    "ziņas", "sports", "uudised", "majandus", "uutiset", "urheilu", "talous", "kotimaa", "ulkomaat", "nyheter",
    "ekonomi", "inrikes", "utrikes", "innenriks", "utenriks", "nyheder", "indland", "udland", "nieuws", "economie",
    "notícies", "esports",
)  # fmt: skip

SHARE: Final = (
    "শেয়ার করুন*", "শেয়ার", "ফেসবুক", "টুইটার", "பகிர்*",
    "షేర్ చేయండి*", "शेअर करा*", "શેર કરો*", "شیئر کریں*", "شئیر کریں*",
    "اشتراک‌گذاری*", "सेयर गर्नुहोस्*", "බෙදාගන්න*", "မျှဝေ*",
    "ចែករំលែក*", "ແບ່ງປັນ*", "გაზიარება*", "გააზიარე*", "կիսվել*",
    "տարածել*", "አጋራ*", "ያጋሩ*", "бөлісу*", "paylaş*", "ulashish*", "хуваалцах*",
    "κοινοποίηση*", "μοιραστείτε*", "μοιράσου*", "сподели*", "споделете*", "подели", "поділитися*", "поширити*",
    "падзяліцца*", "sdílet*", "sdílejte*", "zdieľať*", "zdieľajte*", "podijeli*", "podeli*", "deli novico*",
    "megosztás*", "oszd meg*", "distribuie*", "distribuiți*", "dalintis*", "pasidalinkite*", "dalīties*", "jaga",
    "jaga artiklit*", "jaga facebookis*",
    "jaa", "jaa artikkeli*", "jaa facebookissa*", "dela artikeln*", "del artikkel*", "del på facebook*",
    "del artiklen*", "comparteix*",
)  # fmt: skip

RELATED: Final = (
    "আরও পড়ুন*", "আরো পড়ুন*", "সম্পর্কিত খবর*",
    "সর্বশেষ*", "மேலும் படிக்க*", "தொடர்புடைய செய்திகள்*", "ఇవి కూడా చదవండి*",
    "हेही वाचा*", "संबंधित बातम्या*", "આ પણ વાંચો*",
    "مزید پڑھیں*", "یہ بھی پڑھیں*", "متعلقہ خبریں*", "यो पनि पढ्नुहोस्*",
    "ဆက်စပ်သတင်း*", "អត្ថបទទាក់ទង*", "ຂ່າວທີ່ກ່ຽວຂ້ອງ*", "ასევე წაიკითხეთ*", "მსგავსი სიახლეები*",
    "կարդացեք նաև*", "ተዛማጅ*", "оқи отырыңыз*",
    "тағы оқыңыз*", "həmçinin oxuyun*", "oxşar xəbərlər*", "shuningdek o'qing*",
    "mavzuga oid*",
    "σχετικές ειδήσεις*", "περισσότερα νέα*", "διαβάστε περισσότερα*", "δημοφιλή*", "прочетете още*",
    "още по темата*", "свързани новини*", "најновије вести*", "повезане вести*", "поврзани вести*", "прочитајте и*",
    "чытайце таксама*", "související články*", "čtěte také*", "nejčtenější*", "súvisiace články*",
    "prečítajte si aj*", "najčítanejšie*", "preberite tudi*", "povezane novice*", "pročitajte i*", "povezani članci*",
    "najčitanije*", "kapcsolódó cikkek*", "olvassa el ezt is*", "legolvasottabb*", "citește și*", "citeşte şi*",
    "articole similare*", "cele mai citite*", "powiązane artykuły*", "najczęściej czytane*", "taip pat skaitykite*",
    "susiję straipsniai*", "lasi arī*", "saistītie raksti*", "loe ka*", "seotud artiklid*", "lue myös*",
    "lue seuraavaksi*", "luetuimmat*", "aiheeseen liittyvää*", "relaterade artiklar*", "mest läst*",
    "relaterte artikler*", "relaterede artikler*", "mest læste*", "mest leste*", "gerelateerde artikelen*",
    "meest gelezen*", "llegiu també*", "notícies relacionades*",
)  # fmt: skip

FOOTER: Final = (
    "গোপনীয়তা নীতি*", "শর্তাবলী*", "தனியுரிமைக் கொள்கை*",
    "గోప్యతా విధానం*", "गोपनीयता धोरण*", "ગોપનીયતા નીતિ*",
    "رازداری کی پالیسی*", "پرائیویسی پالیسی*", "गोपनीयता नीति*", "ကိုယ်ရေးကိုယ်တာ*", "គោលការណ៍ឯកជនភាព*",
    "კონფიდენციალურობის პოლიტიკა*", "գաղտնիության քաղաքականություն*",
    "құпиялылық саясаты*", "məxfilik siyasəti*",
    "maxfiylik siyosati*",
    "πολιτική απορρήτου*", "όροι χρήσης*", "политика за поверителност*", "общи условия*", "условия за ползване*",
    "політика конфіденційності*", "умови використання*", "услови коришћења*", "политика приватности*",
    "ochrana osobních údajů*", "podmínky použití*", "ochrana osobných údajov*", "pravila o zasebnosti*",
    "pravila privatnosti*", "uvjeti korištenja*", "adatvédelmi*", "felhasználási feltételek*",
    "politica de confidențialitate*", "termeni și condiții*", "polityka prywatności*", "privatumo politika*",
    "privātuma politika*", "privaatsuspoliitika*", "kasutustingimused*", "tietosuojaseloste*", "tietosuoja",
    "käyttöehdot*", "integritetspolicy*", "personvern", "personvernerklæring*", "privatlivspolitik*",
    "privacybeleid*", "política de privacitat*",
)  # fmt: skip

RIGHTS: Final = (
    "সর্বস্বত্ব সংরক্ষিত", "அனைத்து உரிமைகளும் பாதுகாக்கப்பட்டவை",
    "అన్ని హక్కులు ప్రత్యేకించబడినవి", "सर्व हक्क राखीव",
    "جملہ حقوق محفوظ", "ყველა უფლება დაცულია", "բոլոր իրավունքները պաշտպանված են", "барлық құқықтар қорғалған",
    "bütün hüquqlar qorunur", "barcha huquqlar himoyalangan",
    "με επιφύλαξη παντός δικαιώματος", "με την επιφύλαξη παντός δικαιώματος", "всички права запазени",
    "сва права задржана", "сите права се задржани", "усі права захищено", "всі права захищено", "усе правы абаронены",
    "všechna práva vyhrazena", "všetky práva vyhradené", "vse pravice pridržane", "sva prava pridržana",
    "minden jog fenntartva", "toate drepturile rezervate", "visos teisės saugomos", "visas tiesības aizsargātas",
    "kõik õigused kaitstud", "kaikki oikeudet pidätetään", "alla rättigheter förbehållna",
    "alle rettigheter forbeholdt", "alle rettigheder forbeholdes", "tots els drets reservats",
)  # fmt: skip
