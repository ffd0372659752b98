/**
 * One character per sound, so that a name in any script becomes a short string that can be compared.
 * Latin lower-case letters sound as in most European languages; capitals and marked letters are sounds that scripts
 * share but spell in several ways: S sh · c tsh · C "ch" (French sh, German kh, English tsh) · j dzh · J Latin "j"
 * (dzh or y) · Ž zh · x kh · X Latin "x" (Somali h, Kurdish kh) · G gh · Γ Cyrillic г (g or h) · T th · D dh ·
 * Z Arabic dad/zah (d or z) · U ts · Q Latin "c" · Ď "di" before a vowel (West African j) · ğ soft g.
 */
export const LATIN_SPECIAL: Readonly<Record<string, string>> = {
  ş: "S", š: "S", ș: "S", ś: "S", ç: "c", č: "c", ć: "c", ž: "Ž", ż: "Ž", ź: "z", ğ: "ğ", ı: "i", đ: "d", ð: "D", þ: "T",
  ł: "l", ø: "o", æ: "a", œ: "o", ß: "s", ţ: "U", ț: "U", ə: "a", ħ: "h",
};

/** Longest first; applied in one pass over lower-case letters without marks. */
export const LATIN_GROUPS: readonly (readonly [string, string])[] = [
  ["schtsch", "Sc"], ["dsch", "j"], ["tsch", "c"], ["shch", "Sc"], ["sch", "S"], ["tch", "c"], ["dzh", "j"],
  ["dj", "j"], ["dz", "z"], ["zh", "Ž"], ["sh", "S"], ["ch", "C"], ["kh", "x"], ["gh", "G"], ["th", "T"], ["dh", "D"],
  ["ph", "f"], ["ts", "U"], ["tz", "U"], ["ck", "k"], ["qu", "k"], ["ks", "X"], ["ou", "u"], ["oo", "u"], ["ee", "i"], ["ae", "a"],
  ["oe", "o"], ["ue", "u"], ["c", "Q"], ["x", "X"], ["j", "J"],
];

/** Russian, Ukrainian, Belarusian, South Slavic and Kazakh letters (ICAO Doc 9303 part 3, by sound). */
export const CYRILLIC: Readonly<Record<string, string>> = {
  а: "a", б: "b", в: "v", г: "Γ", ґ: "g", д: "d", е: "e", є: "ye", ж: "Ž", з: "z", и: "i", і: "i", ї: "yi", й: "y", к: "k",
  л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "x", ц: "U", ч: "c", ш: "S", щ: "Sc",
  ь: "", ъ: "", ы: "i", э: "e", ю: "yu", я: "ya", ё: "yo", ў: "w", ђ: "j", ј: "y", љ: "l", њ: "n", ћ: "c", џ: "j", қ: "q",
  ғ: "G", ү: "u", ұ: "u", ө: "o", ә: "a", ң: "n", һ: "h",
};

/** Arabic, Persian/Dari, Pashto, Urdu and Sorani letters. Short vowels are not written, و and ي are vowel or consonant. */
export const ARABIC: Readonly<Record<string, string>> = {
  ا: "a", أ: "a", إ: "a", آ: "a", ٱ: "a", ب: "b", ت: "t", ث: "T", ج: "j", ح: "h", خ: "x", د: "d", ذ: "D", ر: "r", ز: "z",
  س: "s", ش: "S", ص: "s", ض: "Z", ط: "t", ظ: "Z", ع: "a", غ: "G", ف: "f", ق: "q", ك: "k", ل: "l", م: "m", ن: "n", ه: "h",
  و: "w", ي: "y", ى: "a", ة: "a", ء: "", ؤ: "w", ئ: "y", پ: "p", چ: "c", ژ: "Ž", ک: "k", گ: "g", ی: "y", ڤ: "v",
  ټ: "t", ډ: "d", ړ: "r", ږ: "z", ښ: "S", څ: "U", ځ: "z", ڼ: "n", ې: "y", ۍ: "y", ہ: "h", ھ: "h", ے: "y", ں: "n", ٹ: "t",
  ڈ: "d", ڑ: "r", ە: "e", ێ: "y", ۆ: "w", ڕ: "r", ڵ: "l", ـ: "",
};

export const GREEK: Readonly<Record<string, string>> = {
  α: "a", β: "v", γ: "g", δ: "d", ε: "e", ζ: "z", η: "i", θ: "T", ι: "i", κ: "k", λ: "l", μ: "m", ν: "n", ξ: "X", ο: "o",
  π: "p", ρ: "r", σ: "s", ς: "s", τ: "t", υ: "i", φ: "f", χ: "x", ψ: "ps", ω: "o",
};

export const GEORGIAN: Readonly<Record<string, string>> = {
  ა: "a", ბ: "b", გ: "g", დ: "d", ე: "e", ვ: "v", ზ: "z", თ: "t", ი: "i", კ: "k", ლ: "l", მ: "m", ნ: "n", ო: "o", პ: "p",
  ჟ: "Ž", რ: "r", ს: "s", ტ: "t", უ: "u", ფ: "p", ქ: "k", ღ: "G", ყ: "q", შ: "S", ჩ: "c", ც: "U", ძ: "z", წ: "U", ჭ: "c",
  ხ: "x", ჯ: "j", ჰ: "h",
};

export const ARMENIAN: Readonly<Record<string, string>> = {
  ա: "a", բ: "b", գ: "g", դ: "d", ե: "e", զ: "z", է: "e", ը: "e", թ: "t", ժ: "Ž", ի: "i", լ: "l", խ: "x", ծ: "U", կ: "k",
  հ: "h", ձ: "z", ղ: "G", ճ: "c", մ: "m", յ: "y", ն: "n", շ: "S", ո: "o", չ: "c", պ: "p", ջ: "j", ռ: "r", ս: "s", վ: "v",
  տ: "t", ր: "r", ց: "U", ւ: "u", փ: "p", ք: "k", և: "ev", օ: "o", ֆ: "f",
};

/** Consonants of the Ethiopic syllabary from U+1200 on, one row of eight signs each. */
export const ETHIOPIC_ROWS: readonly string[] = [
  "h", "l", "h", "m", "s", "r", "s", "S", "q", "qw", "q", "qw", "b", "v", "t", "c", "h", "hw", "n", "n", "", "k", "kw", "x",
  "xw", "w", "", "z", "Ž", "y", "d", "d", "j", "g", "gw", "g", "t", "c", "p", "U", "U", "f", "p",
];

/** The seven orders (and the eighth sign of a row); the sixth has no vowel or a very short one. */
export const ETHIOPIC_VOWELS: readonly string[] = ["e", "u", "i", "a", "e", "", "o", "wa"];
