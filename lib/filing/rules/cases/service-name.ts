import { validWebsite } from "../../testing/fixtures";
import { type LookCase, mySite, others, S, site, unit } from "../../testing/look";

export const SERVICE_NAME_CASES: readonly LookCase[] = [
  ["service-name.form", "2 characters", site({ name: "青禾" }), [`short@${S("name")}`]],
  ["service-name.form", "3 characters", site({ name: "青禾店" }), []],
  ["service-name.form", "brackets do not count", site({ name: "青（禾）" }), [`short@${S("name")}`]],
  ["service-name.form", "digits", site({ name: "12345" }), [`digits@${S("name")}`]],
  ["service-name.form", "English", site({ name: "Qinghe Shop" }), [`latin@${S("name")}`]],
  ["service-name.form", "signs", site({ name: "青禾！文具" }), [`characters@${S("name")}`]],
  ["service-name.reserved-words", "company", site({ name: "中国文具网" }), [S("name")]],
  ["service-name.reserved-words", "state body", site({ name: "中国文具网" }, { nature: 3 }), []],
  ["service-name.sensitive-words", "gambling", site({ name: "青禾博彩" }), [S("name")]],
  ["service-name.personal", "forum", mySite({ name: "摄影爱好者论坛" }), [S("name")]],
  ["service-name.personal", "two Chinese characters", mySite({ name: "摄影ABC" }), [`chinese@${S("name")}`]],
  ["service-name.personal", "own name", mySite({ name: "方知远的摄影" }), [`own-name@${S("name")}`]],
  ["service-name.generic", "generic", site({ name: "官方网站" }), [S("name")]],
  [
    "service-name.duplicate",
    "twice",
    unit({}, { services: [validWebsite(), validWebsite({ id: "svc_site02" })] }),
    ["services[svc_site02].name"],
  ],
  ["service-name.already-filed", "filed", others({ filedServiceNames: ["青禾文具官方商店"] }), [S("name")]],
];
