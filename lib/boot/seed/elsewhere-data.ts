import { applicant } from "./make-applicant";
import type { ApplicantSeed } from "./persona-data";

/** Personas whose records the authority has already, made through another provider. */
export const ELSEWHERE: readonly ApplicantSeed[] = [
  applicant("elsewhere-unit", {
    account: {
      kind: "unit",
      realName: "长沙湘麓样例文化有限公司",
      idNo: "91430104MA0000D18G",
      province: "430000",
      address: "湖南省长沙市岳麓区样例大道18号",
    },
    lead: { name: "谭湘麓", idNo: "430104198209110014", phone: "13900010121" },
    second: { name: "易书漫", idNo: "430104199111200024", phone: "13900010122" },
    domains: [
      ...["xianglu-sample.cn", "xianglu-old.cn", "xianglu-books.com", "xianglu-new.cn"],
      "xianglu-first.cn",
    ],
    server: { name: "xianglu", kind: "CVM", publicIp: "203.0.113.91" },
  }),
  applicant("elsewhere-shell", {
    account: {
      kind: "unit",
      realName: "济南泉城样例商贸有限公司",
      idNo: "91370102MA0000D268",
      province: "370000",
      address: "山东省济南市历下区样例路26号",
    },
    lead: { name: "曲泉生", idNo: "370102197606180012", phone: "13900010131" },
    domains: ["quancheng-sample.cn"],
    server: { name: "quancheng", kind: "CVM", publicIp: "203.0.113.92" },
  }),
];

interface FiledService {
  /** What follows the entity number, e.g. `-2A`. */
  readonly suffix: string;
  readonly kind: "WEBSITE" | "APP";
  readonly name: string;
  readonly domains: readonly string[];
  /** Who of the persona leads it: the lead unless somebody else is named. */
  readonly lead?: "second";
}

export interface FiledElsewhere {
  readonly number: string;
  readonly province: string;
  readonly name: string;
  readonly certNo: string;
  readonly approvedOn: string;
  /** Whose it is: what only providers see of the record is his. Without one nothing was kept but what everybody sees. */
  readonly persona?: string;
  /** None: a shell. */
  readonly services: readonly FiledService[];
}

const website = (suffix: string, name: string, ...domains: string[]): FiledService => ({
  ...{ suffix, kind: "WEBSITE", name, domains },
});

/** A domain somebody filed before it changed hands (DF §10.6): whoever asks owns it, the register names another. */
export const BOUGHT_DOMAIN = "bought-yangli.cn";

/** Its organiser stands under two numbers: access stays closed until the old provider has cleared that up. */
export const MISMATCHED_DOMAIN = "xianglu-first.cn";

/** Domains of the register with a story of their own: `sandbox.awkward.story.<story>` tells it, and whose it is. */
export const FILED_STORIES = [
  { domain: "xianglu-books.com", story: "access" },
  { domain: MISMATCHED_DOMAIN, story: "two-numbers" },
  { domain: BOUGHT_DOMAIN, story: "bought" },
] as const;

/** The authority's register before this provider filed anything. */
export const FILED_ELSEWHERE: readonly FiledElsewhere[] = [
  {
    number: "湘ICP备2021000317号",
    province: "430000",
    name: "长沙湘麓样例文化有限公司",
    certNo: "91430104MA0000D18G",
    approvedOn: "2021-06-18",
    persona: "elsewhere-unit",
    services: [
      // From before one website had one domain; somebody else looks after it.
      { ...website("-1", "湘麓样例文化", "xianglu-sample.cn", "xianglu-old.cn"), lead: "second" },
      website("-2", "湘麓样例书讯", "xianglu-books.com"),
      { suffix: "-3A", kind: "APP", name: "湘麓样例导览", domains: ["xianglu-sample.cn"] },
    ],
  },
  {
    // The same organiser once more, under a number of its own: domain and certificate lead to different records.
    number: "湘ICP备2016000098号",
    province: "430000",
    name: "长沙湘麓样例文化有限公司",
    certNo: "91430104MA0000D18G",
    approvedOn: "2016-04-07",
    services: [website("-1", "湘麓样例旧站", MISMATCHED_DOMAIN)],
  },
  {
    number: "鲁ICP备2019000542号",
    province: "370000",
    name: "济南泉城样例商贸有限公司",
    certNo: "91370102MA0000D268",
    approvedOn: "2019-03-12",
    persona: "elsewhere-shell",
    services: [],
  },
  {
    number: "浙ICP备2018000881号",
    province: "330000",
    name: "宁波样例别家贸易有限公司",
    certNo: "91330203MA0000C99X",
    approvedOn: "2018-11-05",
    services: [
      website("-1", "样例别家贸易", "biejia-yangli.cn"),
      website("-2", "样例别家旧站", BOUGHT_DOMAIN),
    ],
  },
  {
    number: "鲁ICP备2020000777号",
    province: "370000",
    name: "青岛滨海样例旅游有限公司",
    certNo: "91370202MA0000D77M",
    approvedOn: "2020-09-24",
    persona: "extra-binhai",
    services: [website("-1", "滨海样例旅游", "binhai-sample.cn")],
  },
];
