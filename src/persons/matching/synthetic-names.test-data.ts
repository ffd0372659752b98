/**
 * Names for invented lists, each with spellings that offices really use for it, the first being the commonest. Written
 * down by hand from general knowledge, apart from the tables that recognise names, so that the measure stays honest.
 */
export interface Culture {
  readonly nationality: string;
  readonly share: number;
  readonly families: readonly (readonly string[])[];
  readonly women: readonly (readonly string[])[];
  readonly men: readonly (readonly string[])[];
}
export const cultureNames = (text: string): readonly (readonly string[])[] => text.trim().split(/\s*;\s*/).map((name) => name.split("/"));

export const CULTURES: readonly Culture[] = [
  {
    nationality: "224", share: 12,
    families: cultureNames("Tesfay/Tesfai/ተስፋይ; Kidane/Kidanie/ኪዳነ; Ghebreyesus/Gebreyesus/ገብረየሱስ; Habtemariam/Habte Mariam/ሃብተማርያም; Berhane/Brhane/ብርሃነ; Okbay/Okubay/ዑቕባይ; Negash/Negasch/ነጋሽ; Mehari/Mehary/መሓሪ; Zeray/Zerai/ዘርኣይ; Woldu/Weldu/ወልዱ; Asfaha/Asfeha/ኣስፍሃ; Tsegay/Tsegai/Zegay/ጸጋይ; Araya/Araia/ኣርኣያ; Kahsay/Kahsai/ካሕሳይ"),
    women: cultureNames("Selam/Selamawit/ሰላም; Tsigereda/Zigereda/ጽገሬዳ; Letebrhan/Letebirhan/ለተብርሃን; Rahwa/Rahua/ራህዋ; Semhar/ሰምሃር; Feven/Fewen/ፌቨን; Winta/Uinta/ዊንታ; Mihret/Mehret/ምሕረት; Helen/Hellen/ሄለን; Bisrat/Besrat/ብስራት"),
    men: cultureNames("Filmon/Philmon/ፊልሞን; Samuel/Samiel/ሳሙኤል; Yonatan/Jonathan/ዮናታን; Dawit/Dawid/Davit/ዳዊት; Tewelde/Tewolde/ተወልደ; Kibrom/Kbrom/ክብሮም; Merhawi/Merhawie/መርሃዊ; Isaias/Isayas/ኢሳያስ; Goitom/Goytom/ጎይትኦም; Robel/Robiel/ሮቤል; Amanuel/Emanuel/ኣማኑኤል"),
  },
  {
    nationality: "475", share: 22,
    families: cultureNames("Al-Ahmad/Alahmad/Al Ahmed/الأحمد; Al-Masri/Almasri/El Masry/المصري; Qassem/Kassem/Qasim/قاسم; Suleiman/Sulaiman/Soliman/سليمان; Shaban/Schaban/Chaabane/شعبان; Khalaf/Chalaf/خلف; Al-Sheikh/Alsheikh/Al Scheich/الشيخ; Younes/Yunis/Younis/يونس; Ramadan/Ramadhan/رمضان; Jabbour/Jabour/Dschabbur/جبور; Najjar/Najar/Nadschar/نجار; Ibrahim/Ebrahim/إبراهيم; Hamdan/Hamdane/حمدان; Al-Omar/Alomar/العمر; Ghannam/Gannam/غنام; Hamoud/Hammoud/حمود"),
    women: cultureNames("Rania/Ranya/رانيا; Khadija/Khadidscha/Chadidja/خديجة; Hanan/Hanaan/حنان; Samira/Samirah/سميرة; Layla/Leila/Laila/ليلى; Huda/Houda/هدى; Asmaa/Asma/أسماء; Rasha/Rascha/رشا; Sawsan/Sausan/سوسن; Ghada/Gada/غادة; Iman/Eman/إيمان; Yasmin/Jasmin/Yasmeen/ياسمين"),
    men: cultureNames("Mahmoud/Mahmud/Machmud/محمود; Yousef/Yusuf/Youssef/يوسف; Bassam/Basam/بسام; Ziad/Ziyad/زياد; Anas/Anass/أنس; Tareq/Tarek/Tariq/طارق; Jihad/Dschihad/Gihad/جهاد; Mohammed/Mohamad/Muhammad/محمد; Abdulkarim/Abdul Karim/Abdelkarim/عبد الكريم; Firas/Feras/فراس; Hassan/Hasan/حسن; Hussein/Hussain/Hossein/حسين; Ghassan/Gassan/غسان; Nidal/Nedal/نضال"),
  },
  {
    nationality: "438", share: 8,
    families: cultureNames("Barzani/Berzani/Barzanî; Xalil/Khalil/Chalil/خليل; Hesso/Hasso/Heso; Murad/Mourad/مراد; Elias/Ilyas/Alyas/الياس; Qadir/Kadir/قادر; Shammo/Schammo/Şemo; Rashid/Raschid/Reşîd/رشيد; Sindi/Sendi/سندي; Haji/Hajji/Hadji/حجي"),
    women: cultureNames("Berivan/Bêrîvan/Beriwan; Nesrin/Nasrin/نسرين; Shirin/Schirin/Şîrîn/شيرين; Avin/Awin/Evîn; Gulistan/Gülistan; Zilan/Zîlan; Khunav/Xunav/Khonaw; Rojin/Rojîn/Roschin; Dilvin/Dilwin"),
    men: cultureNames("Dilshad/Dilschad/Dilşad/دلشاد; Azad/Asad/آزاد; Kawa/Kava/Kawah/كاوا; Serwan/Sarwan/Şêrwan; Jiwan/Ciwan/Dschiwan/جوان; Hozan/Hosan; Rebwar/Rebvar/ريبوار; Sherzad/Scherzad/Şêrzad/شيرزاد; Barzan/Berzan; Xebat/Khabat/Chabat"),
  },
  {
    nationality: "423", share: 14,
    families: cultureNames("Noori/Nuri/Nouri/نوری; Amiri/Ameri/امیری; Sadat/Saadat/سادات; Hashimi/Haschemi/Hashemi/هاشمی; Qaderi/Kaderi/Qadiri/قادری; Mirzai/Mirzaei/Mirsai/میرزایی; Yaqubi/Jakobi/Yaghoubi/یعقوبی; Jafari/Dschafari/Djafari/جعفری; Safi/Saafi/صافی; Stanekzai/Stanikzai/Stanekzay; Sultani/Soltani/سلطانی; Alizada/Ali Zada/Alizadeh/علیزاده"),
    women: cultureNames("Zainab/Zeinab/Seinab/زینب; Farzana/Farzaneh/فرزانه; Masuma/Masoumeh/Maasuma/معصومه; Laila/Leyla/لیلا; Nargis/Narges/نرگس; Shukria/Schukria/شکریه; Roqia/Ruqaya/Roghayeh/رقیه; Freshta/Fereshteh/Frischta/فرشته; Sakina/Sakineh/سکینه; Hasina/Hassina/حسینه"),
    men: cultureNames("Esmatullah/Ismatullah/عصمت الله; Najibullah/Nadschibullah/نجیب الله; Mohammad Ali/Mohammadali/Muhammad Ali/محمدعلی; Gul Agha/Golagha/گل آغا; Farid/Fareed/فرید; Ehsan/Ihsan/احسان; Zabihullah/Sabihullah/ذبیح الله; Jawad/Javad/Dschawad/جواد; Hamid/Hameed/حمید; Rahmatullah/Rahmat Ullah/رحمت الله; Sayed Reza/Said Reza/سید رضا; Khalid/Chalid/خالد"),
  },
  {
    nationality: "160", share: 6,
    families: cultureNames("Ivanov/Iwanow/Иванов; Kuznetsov/Kusnezow/Kuznecov/Кузнецов; Smirnov/Smirnow/Смирнов; Popov/Popow/Попов; Vasiliev/Wassiljew/Vasilyev/Васильев; Fedorov/Fjodorow/Фёдоров; Magomedov/Magomedow/Магомедов; Dzhabrailov/Djabrailov/Dschabrailow/Джабраилов; Tsaraev/Zarajew/Царaев; Khasanov/Chasanow/Hasanov/Хасанов"),
    women: cultureNames("Svetlana/Swetlana/Светлана; Tatiana/Tatjana/Tatyana/Татьяна; Ekaterina/Jekaterina/Екатерина; Zhanna/Schanna/Жанна; Liubov/Ljubow/Lyubov/Любовь; Aishat/Ajschat/Айшат; Madina/Madinat/Мадина; Galina/Galyna/Галина"),
    men: cultureNames("Sergey/Sergej/Sergei/Сергей; Dmitry/Dmitrij/Dmitri/Дмитрий; Ruslan/Russlan/Руслан; Aleksey/Alexej/Алексей; Khasan/Chasan/Хасан; Zaur/Saur/Заур; Yuri/Juri/Jurij/Юрий; Nikolay/Nikolai/Николай; Islam/Ислам"),
  },
  {
    nationality: "166", share: 12,
    families: cultureNames("Lysenko/Lyssenko/Лисенко; Hrytsenko/Gritsenko/Hryzenko/Гриценко; Tymoshenko/Timoschenko/Тимошенко; Polishchuk/Polischtschuk/Поліщук; Boiko/Boyko/Бойко; Rudenko/Руденко; Savchenko/Sawtschenko/Савченко; Moroz/Moros/Мороз; Hnatiuk/Gnatjuk/Hnatyuk/Гнатюк; Yushchenko/Juschtschenko/Ющенко; Kravets/Krawez/Кравець; Zakharchuk/Sachartschuk/Захарчук"),
    women: cultureNames("Oksana/Oxana/Оксана; Liudmyla/Ljudmila/Lyudmila/Людмила; Yana/Jana/Яна; Viktoriia/Viktoria/Wiktorija/Вікторія; Kateryna/Katerina/Катерина; Solomiia/Solomija/Соломія; Daria/Darya/Дар'я; Nadiia/Nadia/Надія; Zhanna/Schanna/Жанна"),
    men: cultureNames("Bohdan/Bogdan/Богдан; Vitalii/Witalij/Vitaliy/Віталій; Oleh/Oleg/Олег; Yaroslav/Jaroslaw/Ярослав; Ihor/Igor/Ігор; Taras/Тарас; Viacheslav/Wjatscheslaw/Вячеслав; Mykola/Mikola/Микола; Hryhorii/Grigori/Григорій"),
  },
  {
    nationality: "163", share: 7,
    families: cultureNames("Çelik/Celik; Koç/Koc; Arslan/Aslan; Gündoğdu/Gundogdu; Kılıç/Kilic; Özdemir/Ozdemir/Oezdemir; Çakır/Cakir; Güneş/Gunes/Guenes; Taş/Tas; Aydın/Aydin; Şimşek/Simsek"),
    women: cultureNames("Ayşe/Ayse/Aysche; Gülay/Gulay/Guelay; Şerife/Serife; Hatice/Hatidsche; Büşra/Busra; Çiğdem/Cigdem; Nurcan/Nurdschan; Elif; Özlem/Ozlem; Zeynep/Zeyneb"),
    men: cultureNames("Mehmet/Mehmed; İsmail/Ismail; Süleyman/Suleyman/Sueleyman; Ömer/Omer/Oemer; Uğur/Ugur; Çetin/Cetin; Oğuzhan/Oguzhan; Şükrü/Sukru; Cihan/Djihan; Murat/Murad"),
  },
  {
    nationality: "261", share: 8,
    families: cultureNames("Bangoura/Bangura; Sylla/Silla/Sila; Keïta/Keita/Kéita; Touré/Toure/Ture; Condé/Conde/Konde; Traoré/Traore/Traoreh; Soumah/Suma/Souma; Jallow/Jalloh/Dialo; Sow/So/Saw; Kourouma/Kuruma; Cissé/Cisse/Sisse"),
    women: cultureNames("Aissatou/Aïssatou/Aisatu; Mariama/Maryama; Hawa/Hava/Haoua; Binta/Bintou; Oumou/Umu; Djenabou/Jenabu/Djénabou; Ramatoulaye/Ramatulaye; Salimatou/Salimatu"),
    men: cultureNames("Ibrahima/Ibraima; Boubacar/Bubakar/Boubakar; Souleymane/Suleiman/Soulemane; Alhassane/Al Hassane/Alhassan; Thierno/Tierno/Cherno; Lamine/Lamin; Sekou/Sékou/Seku; Moussa/Musa; Abdoulaye/Abdulaye/Abdoullaye; Mamadou/Mamadu/Mammadou; Youssouf/Yussuf"),
  },
  {
    nationality: "432", share: 4,
    families: cultureNames("Nguyễn/Nguyen; Trần/Tran; Lê/Le; Phạm/Pham; Hoàng/Hoang; Võ/Vo; Đặng/Dang; Bùi/Bui"),
    women: cultureNames("Thị Hoa/Thi Hoa; Ngọc Lan/Ngoc Lan; Thị Mai/Thi Mai; Phương/Phuong; Thúy/Thuy; Thu Hà/Thu Ha"),
    men: cultureNames("Văn Minh/Van Minh; Quốc Hùng/Quoc Hung; Đức/Duc; Văn Nam/Van Nam; Tuấn Anh/Tuan Anh; Thành/Thanh"),
  },
  {
    nationality: "154", share: 7,
    families: cultureNames("Ionescu/Jonescu; Popescu; Constantinescu/Konstantinescu; Mureșan/Muresan; Țepeș/Tepes; Stănescu/Stanescu; Rădulescu/Radulescu; Ciobanu/Tschobanu; Munteanu; Șerban/Serban; Lăcătuș/Lacatus"),
    women: cultureNames("Ștefania/Stefania; Mihaela/Michaela; Ioana/Joana; Cătălina/Catalina; Alexandra/Aleksandra; Gheorghița/Gheorghita; Florica/Florika; Mădălina/Madalina"),
    men: cultureNames("Ștefan/Stefan; Gheorghe/George; Ionuț/Ionut; Cătălin/Catalin; Răzvan/Razvan; Marius/Mariusz; Nicolae/Nikolae; Vasile/Wasile; Alexandru/Aleksandru; Costel/Kostel"),
  },
];
