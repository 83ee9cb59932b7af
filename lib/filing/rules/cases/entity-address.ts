import { advised, type LookCase, unit } from "../../testing/look";

const address = (commAddress: string, remark?: string) => unit({ commAddress, remark });
const words = (over: Parameters<typeof unit>[0]) => advised({ noShixiaqu: true }, unit(over));
const inCity = (over: Parameters<typeof unit>[0]) => advised({ addressInCertificateCity: true }, unit(over));
const organiser = (investorOrSuperior: string) =>
  advised({ investor: "ORGANISER" }, unit({ investorOrSuperior }));
const superior = (investorOrSuperior: string, nature: 3 | 4) =>
  advised({ investor: "LEGAL_REP_OR_SUPERIOR" }, unit({ investorOrSuperior, nature }));

const CITY = ["entity.city"];
const INVESTOR = "entity.investorOrSuperior";

export const ENTITY_ADDRESS_CASES: readonly LookCase[] = [
  ["entity.address-detail", "street only", address("北京市海淀区示例路"), ["entity.commAddress"]],
  ["entity.address-detail", "door number", address("北京市海淀区示例路1号"), []],
  ["entity.address-detail", "number in Chinese digits", address("北京市海淀区示例路十号"), []],
  ["entity.address-detail", "a village", address("安徽省黄山市黟县示例镇样例村"), []],
  ["entity.address-detail", "declared finest", address("北京市海淀区示例路", "通信地址已为最详细地址"), []],
  [
    "entity.address-detail",
    "another remark",
    address("北京市海淀区示例路", "企业无座机"),
    ["entity.commAddress"],
  ],
  ["entity.address-detail", "not typed yet", address(""), []],
  [
    "entity.district-word",
    "in every place",
    words({ city: "市辖区", district: "市辖区", commAddress: "北京市市辖区海淀区1号" }),
    ["entity.city", "entity.district", "entity.commAddress"],
  ],
  ["entity.district-word", "without", words({}), []],
  [
    "entity.district-word",
    "province does not mind",
    advised({ noShixiaqu: false }, unit({ city: "市辖区" })),
    [],
  ],
  ["entity.address-city", "another city", inCity({ city: "石家庄市" }), CITY],
  ["entity.address-city", "same city", inCity({ city: "北京市" }), []],
  [
    "entity.address-city",
    "certificate leaves out the ending",
    inCity({ city: "贵阳市", certAddress: "贵州贵阳云岩区1号" }),
    [],
  ],
  ["entity.address-city", "no city yet", inCity({ city: "" }), []],
  ["entity.address-city", "province does not mind", unit({ city: "石家庄市" }), []],
  ["entity.investor", "organiser's name wanted", organiser("方知远"), [`organiser@${INVESTOR}`]],
  ["entity.investor", "organiser's name given", organiser("北京青禾文具有限公司"), []],
  [
    "entity.investor",
    "enterprise wants its legal representative",
    superior("青禾控股", 4),
    [`legal-rep@${INVESTOR}`],
  ],
  ["entity.investor", "enterprise names its legal representative", superior("方知远", 4), []],
  ["entity.investor", "institution names a person", superior("方知远", 3), [`superior@${INVESTOR}`]],
  [
    "entity.investor",
    "institution names itself",
    superior("北京青禾文具有限公司", 3),
    [`superior@${INVESTOR}`],
  ],
  ["entity.investor", "institution names its superior", superior("北京市文化局", 3), []],
  ["entity.investor", "province says nothing", unit({ investorOrSuperior: "青禾控股" }), []],
];
