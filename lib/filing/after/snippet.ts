import { AUTHORITY_SITE, type Footer } from "./footer";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  // Templates of other people's systems run what stands in these.
  "{": "&#123;",
  "}": "&#125;",
  "`": "&#96;",
};
/** Control characters, and those that turn the direction of what follows: a name needs none, and a page shows them to nobody. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

const plain = (text: string): string => text.replace(UNSEEN, " ").trim();
const escaped = (text: string): string =>
  plain(text).replace(/[&<>"'{}`]/g, (sign) => ENTITIES[sign] ?? sign);

/** For the foot of the home page, bottom centre. Always in Chinese: it is what visitors and inspectors look for. */
export function footerHtml({ number, line }: Pick<Footer, "number" | "line">): string {
  const link = `<a href="${AUTHORITY_SITE}" target="_blank" rel="noopener noreferrer">${escaped(number)}</a>`;
  const before = line === null ? "" : `${escaped(line)} `;
  return `<p style="text-align: center">${before}${link}</p>`;
}

/** For the settings or the introduction of an APP. */
export const appWording = ({ number }: Pick<Footer, "number">): string =>
  `ICP备案号：${plain(number)}\n${AUTHORITY_SITE}`;
