/**
 * What guessing starts with, of the length we ask for: the long ones among the published most frequent passwords, and
 * those that Chinese sites see. Compared in small letters, without what is no letter or digit.
 */
const COMMON =
  "1234567890 0123456789 0987654321 12345678910 1234567891 12345678901 123456789a a123456789 123456789q q123456789 aa123456789 123123123123 1231231231 1122334455 11223344556 112233445566 1357924680 147258369 1472583690 159357159357 5201314520 1314520520 5201314a 52013145201314 520520520520 woaini1314520 woaini5201314 woaini520520 woaini123456 woaini1314 5201314woaini qwertyuiop qwertyuiopasdf 1qaz2wsx3edc qazwsxedcrfv 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 q1w2e3r4t5y6 zaq12wsxcde3 asdfghjkl1 asdfghjklz zxcvbnm123 zxcvbnmasdf qwerty12345 qwerty123456 qwer1234567 qwe123456789 abc123456789 abcd123456 abcd12345678 abcdefghij a1b2c3d4e5 aaa123456789 password123 password1234 password12345 passw0rd123 mypassword1 admin123456 admin12345678 administrator administrator1 root123456 welcome123 welcome1234 letmein123 iloveyou123 iloveyou1234 sunshine123 princess123 football123 baseball123 superman123 changeme123 changeme1234 default123 computer123 internet123 huawei12345 tencent123 aliyun12345 taobao12345 wangyi12345 zhongguo123 beijing2008 shanghai123 nihao123456 mima123456 mima12345678 wode123456 yonghu1234 gongsi12345 beian123456 icpbeian123 000000000000 asdf12345678 qweasdzxc123 qweasdzxc1 1qazxsw23edc pa55word123 trustno1234 monkey12345 dragon12345 master12345 michael1234 loveyou1314".split(
    " ",
  );
const KNOWN = new Set(COMMON);

const plain = (password: string): string => password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** One pattern over and over, or a run of neighbours: `aaaaaaaaaa`, `abcabcabcabc`, `2345678901`. */
function isPattern(text: string): boolean {
  if (/^(.{1,4})\1+$/.test(text)) return true;
  const steps = new Set([...text].slice(1).map((sign, i) => sign.charCodeAt(0) - text.charCodeAt(i)));
  return steps.size === 1;
}

/** Would a guesser try it among the first? `own` are words that belong to the person (the mailbox's name). */
export function isGuessable(password: string, own: readonly string[] = []): boolean {
  const text = plain(password);
  if (KNOWN.has(text) || isPattern(text)) return true;
  const rest = own
    .map(plain)
    .filter((word) => word.length >= 4)
    .reduce((left, word) => left.replaceAll(word, ""), text);
  return rest !== text && rest.length < 4;
}
