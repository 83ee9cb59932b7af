import { blank } from "../../application/access";
import { NATURE_ENTERPRISE } from "../../application/codes";
import { adviceLevel, each, entityPath, NONE, sameName } from "../parts";
import type { Rule, Verdict } from "../types";

/** Something a letter is delivered to: a number, a village, a building. */
const DOOR = /[\d０-９]|[一二三四五六七八九十甲乙丙]号|[村屯组楼室院]$/;
/** The organiser's own word that there is nothing finer. */
const FINEST = /最(详细|具体)/;
const PLACES = ["city", "district", "commAddress"] as const;
const SHIXIAQU = "市辖区";
/** What follows the name of a city: licences print it with or without. */
const CITY_ENDING = /(市|地区|盟|自治州|[州县区])$/;

/** Addresses and the body behind the organiser. */
export const ENTITY_ADDRESS_RULES: readonly Rule[] = [
  {
    id: "entity.address-detail",
    topic: "entity",
    level: "warn",
    source: "S4: 主体信息",
    reads: ["entity.commAddress", "entity.remark"],
    check: ({ application: { entity } }) => {
      const { commAddress, remark } = entity;
      if (commAddress === undefined || blank(commAddress) || DOOR.test(commAddress)) return NONE;
      return remark !== undefined && FINEST.test(remark) ? NONE : [{ path: "entity.commAddress" }];
    },
  },
  {
    id: "entity.district-word",
    topic: "entity",
    level: "warn",
    source: "T21: 各省管局要求",
    reads: ["entity.province", ...PLACES.map(entityPath)],
    check: (c) => {
      if (!c.advice?.noShixiaqu) return NONE;
      const { entity } = c.application;
      const level = adviceLevel(c, "noShixiaqu");
      const params = { province: c.province?.code ?? "" };
      return each(PLACES, (field): Verdict | undefined =>
        entity[field]?.includes(SHIXIAQU) ? { path: entityPath(field), level, params } : undefined,
      );
    },
  },
  {
    id: "entity.address-city",
    topic: "entity",
    level: "warn",
    source: "H: 备案条件咨询",
    reads: ["entity.province", "entity.city", "entity.certAddress"],
    check: (c) => {
      if (!c.advice?.addressInCertificateCity) return NONE;
      const { city, certAddress } = c.application.entity;
      if (!city || !certAddress || blank(city) || blank(certAddress)) return NONE;
      if (certAddress.includes(city.trim().replace(CITY_ENDING, ""))) return NONE;
      return [
        {
          path: "entity.city",
          level: adviceLevel(c, "addressInCertificateCity"),
          params: { province: c.province?.code ?? "" },
        },
      ];
    },
  },
  {
    id: "entity.investor",
    topic: "entity",
    level: "warn",
    source: "T21: 各省管局要求/吉林; 宁夏",
    reads: [
      "entity.province",
      "entity.nature",
      "entity.name",
      "entity.investorOrSuperior",
      "entity.legalRep",
      "people[*].name",
    ],
    check: (c) => {
      const wanted = c.advice?.investor ?? null;
      const { name, nature, investorOrSuperior: given } = c.application.entity;
      if (wanted === null || !c.isUnit || !given || blank(given)) return NONE;
      const say = (message: string): readonly Verdict[] => [
        {
          path: "entity.investorOrSuperior",
          message,
          level: adviceLevel(c, "investor"),
          params: { province: c.province?.code ?? "" },
        },
      ];
      const is = (other: string | undefined) => !!other && sameName(given, other);
      if (wanted === "ORGANISER") return !name || is(name) ? NONE : say("organiser");
      const legalRep = c.legalRep?.name;
      if (nature === NATURE_ENTERPRISE) return !legalRep || is(legalRep) ? NONE : say("legal-rep");
      // Whether it really is the superior body, only the reviewer can tell; it is not the unit itself nor a person.
      return is(name) || is(legalRep) ? say("superior") : NONE;
    },
  },
];
