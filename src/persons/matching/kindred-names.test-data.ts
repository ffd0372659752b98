import { cultureNames as split, type Culture } from "./synthetic-names.test-data.ts";

/**
 * Names of the peoples of data/fallliste.csv, and of some that are not in it, in spellings that offices use; written down by hand
 * from general knowledge and apart from the tables that recognise names. More than one nationality: one is drawn for a person.
 */
export const KINDRED_CULTURES: readonly Culture[] = [
  {
    nationality: "475/438/451/252", share: 10,
    families: split("Al-Hamad/Alhamad/Al Hammad/الحمد; Al-Saleh/Alsaleh/El Saleh/Al Salih/الصالح; Mansour/Mansur/Mansoor/منصور; Khoury/Khouri/Churi/خوري; Saad/Sa'ad/Saadd/سعد; Al-Abdullah/Alabdullah/Al Abdallah/العبد الله; Nasser/Naser/Nassir/ناصر; Bakr/Baker/بكر; Al-Issa/Alissa/Al Eissa/العيسى; Hijazi/Hidschasi/Hejazi/حجازي; Shehadeh/Schehade/Chehade/Shahada/شحادة; Zein/Zain/Sein/زين"),
    women: split("Rima/Reema/ريما; Salma/Selma/سلمى; Hiba/Heba/هبة; Dalal/دلال; Noura/Nora/Nura/نورة; Wafaa/Wafa/وفاء; Sahar/سحر; Jamila/Dschamila/Djamila/جميلة; Lubna/Loubna/لبنى; Amal/Amaal/أمل"),
    men: split("Walid/Waleed/Oualid/وليد; Adnan/عدنان; Faisal/Feisal/Faysal/فيصل; Karim/Kareem/كريم; Mazen/Masen/Mazin/مازن; Rami/Ramy/رامي; Samer/Samir/سامر; Wael/Wail/وائل; Abdelrahim/Abdulrahim/Abd al-Rahim/عبد الرحيم; Yasser/Jasser/Yasir/ياسر; Haitham/Haytham/هيثم; Shadi/Schadi/Chadi/شادي"),
  },
  {
    nationality: "423/439", share: 9,
    families: split("Sharifi/Scharifi/Charifi/شریفی; Mohammadi/Muhammadi/Mohamadi/محمدی; Rezai/Rezaei/Rezaie/رضایی; Akbari/اکبری; Nazari/Nasari/نظری; Hakimi/Hakeemi/حکیمی; Ghafouri/Ghafoori/Gafuri/غفوری; Yousufzai/Jusufzai/Yusufzay/یوسفزی; Ebrahimi/Ibrahimi/ابراهیمی; Sediqi/Sedighi/Siddiqi/صدیقی"),
    women: split("Maryam/Mariam/مریم; Fereshta/Fereschta/Frishta/فرشته; Sima/Seema/سیما; Leila/Layla/لیلا; Soraya/Sorayya/ثریا; Nilofar/Niloufar/Nilufar/نیلوفر; Zarghuna/Zarghoona/Sarghuna/زرغونه; Mahsa/Mahssa/مهسا; Elham/Ilham/الهام"),
    men: split("Mahdi/Mehdi/مهدی; Jamshid/Dschamschid/Djamshid/جمشید; Habib/حبیب; Amir Hossein/Amirhossein/Amir Hussein/امیرحسین; Nasir/Naseer/نصیر; Qasem/Ghasem/Kasem/قاسم; Wahid/Vahid/Waheed/وحید; Mohammad Reza/Mohammadreza/Mohamad Resa/محمدرضا; Aziz/Asis/عزیز; Hashmat/Haschmat/حشمت"),
  },
  {
    nationality: "166", share: 10,
    families: split("Petrenko/Петренко; Ivanenko/Iwanenko/Іваненко; Koval/Kowal/Коваль; Oliinyk/Olijnyk/Oleinik/Олійник; Marchenko/Martschenko/Марченко; Pavlenko/Pawlenko/Павленко; Shcherbak/Schtscherbak/Щербак; Vovk/Wowk/Вовк; Lytvyn/Litwin/Litvin/Литвин; Romaniuk/Romanjuk/Романюк; Honchar/Gontschar/Гончар"),
    women: split("Oksana/Oxana/Оксана; Halyna/Galina/Галина; Tetiana/Tetjana/Tatiana/Тетяна; Mariia/Maria/Марія; Valentyna/Walentina/Валентина; Larysa/Larissa/Лариса; Anastasiia/Anastasija/Анастасія; Alina/Аліна; Zoia/Soja/Зоя"),
    men: split("Vasyl/Wassyl/Василь; Viktor/Wiktor/Віктор; Maksym/Maxim/Максим; Artem/Artjom/Артем; Roman/Роман; Denys/Denis/Денис; Stepan/Степан; Anatolii/Anatolij/Анатолій; Kostiantyn/Konstantin/Костянтин; Ruslan/Руслан"),
  },
  {
    nationality: "273", share: 7,
    families: split("Abdullahi/Cabdullaahi/Abdulahi; Hassan/Xasan/Hasan; Ahmed/Axmed/Achmed; Nur/Nuur/Noor; Jama/Jaamac/Dschama; Hersi/Xirsi/Hirsi; Elmi/Cilmi; Abukar/Abuukar/Abubakar; Isse/Ciise/Issa; Guled/Guleed; Osman/Cismaan/Othman"),
    women: split("Fadumo/Faduma/Faadumo; Sahra/Zahra/Saahra; Hibo/Hiba; Deqa/Deka; Hawo/Hawa/Xaawo; Nimco/Nimo/Nimcoo; Asha/Casha/Aisha; Khadra/Khadro/Qadra; Sagal/Sagaal"),
    men: split("Abdirahman/Cabdiraxmaan/Abdurahman; Mohamed/Maxamed/Mohammed; Yusuf/Yuusuf/Jusuf; Mahad/Maxad; Bashir/Bashiir/Baschir; Ali/Cali/Cally; Farhan/Farxaan; Said/Siciid/Saeed; Muse/Muuse/Musa; Ismail/Ismaaciil"),
  },
  {
    nationality: "224/225", share: 7,
    families: split("Gebremariam/Gebre Mariam/Ghebremariam/ገብረማርያም; Tesfamichael/Tesfa Michael/Tesfamikael/ተስፋሚካኤል; Mehari/Mehary/መሓሪ; Kiflay/Kifle/ክፍላይ; Weldemariam/Woldemariam/ወልደማርያም; Hagos/ሓጎስ; Yemane/Jemane/Yemmane/የማነ; Alem/Aläm/ኣለም; Ghirmay/Girmay/Girmai/ግርማይ; Tewelde/Tewolde/ተወልደ"),
    women: split("Almaz/Almas/ኣልማዝ; Miriam/Mariam/ማርያም; Senait/Senayt/ሰናይት; Luwam/Luam/ሉዋም; Bethlehem/Betlehem/ቤተልሄም; Freweini/Frewini/ፍረወይኒ; Saba/Sabah/ሳባ; Yordanos/Jordanos/ዮርዳኖስ"),
    men: split("Biniam/Binyam/Beniam/ቢንያም; Dawit/David/ዳዊት; Kidane/ኪዳነ; Tekle/Tekleh/ተክለ; Berhane/Birhane/ብርሃነ; Habtom/Habtum/ሃብቶም; Samson/Samsom/ሳምሶን; Mulugeta/ሙሉጌታ; Henok/Henock/ሄኖክ; Efrem/Ephrem/ኤፍሬም"),
  },
  {
    nationality: "163", share: 6,
    families: split("Yılmaz/Yilmaz; Demirtaş/Demirtas; Aydoğan/Aydogan; Kılınç/Kilinc; Öz/Oz/Oez; Çetinkaya/Cetinkaya; Güler/Guler/Gueler; Bağcı/Bagci; Sönmez/Sonmez/Soenmez; Tunç/Tunc; Ünal/Unal/Uenal"),
    women: split("Gülsüm/Gulsum/Guelsuem; Şengül/Sengul; Fatma; Sevgi; Nuray; Zübeyde/Zubeyde; Döndü/Dondu; Tuğba/Tugba; Hülya/Hulya"),
    men: split("Hüseyin/Huseyin/Hueseyin; Çağatay/Cagatay; İlhan/Ilhan; Özgür/Ozgur/Oezguer; Mustafa; Gökhan/Gokhan/Goekhan; Kadir; Uğurcan/Ugurcan; Bülent/Bulent/Buelent; Şahin/Sahin"),
  },
  {
    nationality: "261/237/269", share: 5,
    families: split("Sall/Sal; Ndiaye/N'Diaye/Ndjaye; Ba/Bâ/Bah; Kanté/Kante; Sané/Sane; Ceesay/Sissay/Cissay; Dramé/Drame; Fofana/Fofanah; Sanneh/Saneh; Sonko/Sonkoh; Sidibé/Sidibe"),
    women: split("Fanta/Fantah; Nafissatou/Nafisatu/Nafissatu; Kumba/Coumba/Koumba; Isatou/Aissatou/Isatu; Maimouna/Maimuna/Maymuna; Awa/Hawa; Néné/Nene; Rokhaya/Rokaya"),
    men: split("Lamin/Lamine; Ebrima/Ibrahima/Ebrimah; Alpha/Alfa; Modou/Modu; Cheikh/Scheich/Sheikh; Saikou/Sekou/Seikou; Bakary/Bakari; Demba/Dembah; Abdou/Abdu; Omar/Oumar/Omaru"),
  },
];
