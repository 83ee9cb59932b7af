import { type LookCase, of, unit } from "../../testing/look";

const at = (province: string, city: string, district: string) => unit({ province, city, district });
const unloaded = (province: string, city: string) =>
  of(at(province, city, "西湖区").application, { divisions: () => undefined });

const ELSEWHERE = ["elsewhere@entity.city"];

export const ENTITY_DIVISION_CASES: readonly LookCase[] = [
  ["entity.division", "a municipality and its district", at("110000", "北京市", "海淀区"), []],
  ["entity.division", "a city and its district", at("330000", "杭州市", "西湖区"), []],
  ["entity.division", "without the words for city and district", at("330000", "杭州", "西湖"), []],
  ["entity.division", "an autonomous prefecture by its short name", at("220000", "延边", "延吉市"), []],
  ["entity.division", "a county of a municipality", at("500000", "重庆市", "城口县"), []],
  ["entity.division", "a city directly under the province", at("420000", "仙桃市", "沙嘴街道"), []],
  ["entity.division", "a city without districts, by its street", at("440000", "东莞市", "南城街道"), []],
  ["entity.division", "a functional zone", at("320000", "苏州市", "苏州工业园区"), []],
  ["entity.division", "a city of another province", at("330000", "南京市", "玄武区"), ELSEWHERE],
  ["entity.division", "a municipality in a province", at("130000", "北京市", "海淀区"), ELSEWHERE],
  ["entity.division", "the same, before the list is loaded", unloaded("330000", "南京市"), ELSEWHERE],
  ["entity.division", "its own city, before the list is loaded", unloaded("330000", "杭州市"), []],
  ["entity.division", "a city nobody lists", at("330000", "样例市", "西湖区"), ["city@entity.city"]],
  ["entity.division", "a city nobody lists, before the list is loaded", unloaded("330000", "样例市"), []],
  [
    "entity.division",
    "a district of a neighbour",
    at("330000", "杭州市", "余姚市"),
    ["other-city@entity.district"],
  ],
  [
    "entity.division",
    "a district nobody lists",
    at("330000", "杭州市", "样例区"),
    ["district@entity.district"],
  ],
  ["entity.division", "a name several cities have", at("320000", "徐州市", "鼓楼区"), []],
  ["entity.division", "no city yet", at("330000", "", "西湖区"), []],
  ["entity.division", "no district yet", at("330000", "杭州市", ""), []],
  ["entity.division", "no province yet", at("", "杭州市", "西湖区"), []],
];
