import { type LookCase, mySite, S, site } from "../../testing/look";

export const SERVICE_CASES: readonly LookCase[] = [
  [
    "service.required",
    "empty",
    site({ domain: "", languages: [], contents: undefined }),
    [`contents@${S("contents")}`, `domain@${S("domain")}`, `languages@${S("languages")}`],
  ],
  ["service.remark-length", "14", site({ remark: "一二三四五六七八九十一二三四" }), [S("remark")]],
  ["service.remark-length", "15", site({ remark: "一二三四五六七八九十一二三四五" }), []],
  ["service.content-by-nature", "portal of a person", mySite({ contents: [8] }), [S("contents")]],
  ["service.content-by-nature", "blog of a person", mySite({ contents: [6] }), []],
  [
    "service.content-advice",
    "江西 wants 8",
    site({ contents: [9] }, { province: "360000" }),
    [`unit-only@${S("contents")}`],
  ],
  [
    "service.content-advice",
    "黑龙江 without 24",
    site({ contents: [24] }, { province: "230000" }),
    [`no-other@${S("contents")}`],
  ],
  ["service.content-advice", "北京 without blogs", mySite({ contents: [6] }), [`no-blog@${S("contents")}`]],
  [
    "service.remark-advice",
    "内蒙古 30",
    mySite({ remark: "个人网站记录旅行和摄影的心得体会" }, { province: "150000" }),
    [`length@${S("remark")}`],
  ],
  [
    "service.remark-advice",
    "山东 declaration",
    mySite({ remark: "记录旅行摄影作品和拍摄心得体会" }, { province: "370000" }),
    [S("remark")],
  ],
  ["service.homepage", "other domain", site({ homepageUrl: "https://www.other.com" }), [S("homepageUrl")]],
  ["service.homepage", "no address", site({ homepageUrl: "首页" }), [`form@${S("homepageUrl")}`]],
  [
    "service.homepage",
    "a longer name is another domain",
    site({ homepageUrl: "https://notqinghe-demo.com" }),
    [S("homepageUrl")],
  ],
];
