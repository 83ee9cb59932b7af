import type { BySide, ProvinceAdvice } from "../policy/province-advice";
import type { FactGroup, FactList, FactWords } from "./fact-words";

type Field = Exclude<keyof ProvinceAdvice, "authoritative" | "notes">;
type Describe<K extends Field> = readonly [
  group: FactGroup,
  words: (value: ProvinceAdvice[K]) => readonly FactWords[],
];

const NOTHING: readonly FactWords[] = [];
/** A flag: one sentence where it is set. */
const flag = (key: string) => (value: boolean) => (value ? [{ key }] : NOTHING);
/** A figure: one sentence where there is one. */
const count = (key: string) => (value: number | null) =>
  value === null ? NOTHING : [{ key, params: { count: value } }];
/** A choice: the sentence of the choice; `UNSPECIFIED` says nothing. */
const choice = (key: string) => (value: string | null) =>
  value === null || value === "UNSPECIFIED" ? NOTHING : [{ key: `${key}.${value}` }];
const list = (key: string, table: FactList["table"]) => (items: readonly (string | number)[] | null) =>
  items === null || items.length === 0 ? NOTHING : [{ key, list: { table, items } }];
const content = (key: string) => (value: number | null) =>
  list(key, "content")(value === null ? null : [value]);

/** The same for units and persons: one sentence without side when both agree. */
const sides =
  <T>(words: (value: T) => readonly FactWords[]) =>
  ({ unit, person }: BySide<T>): readonly FactWords[] => {
    const [ofUnit, ofPerson] = [words(unit), words(person)];
    if (JSON.stringify(ofUnit) === JSON.stringify(ofPerson)) return ofUnit;
    return [
      ...ofUnit.map((one) => ({ ...one, side: "unit" as const })),
      ...ofPerson.map((one) => ({ ...one, side: "person" as const })),
    ];
  };

const distinctPhones = ({ sameLead, differentLeads }: ProvinceAdvice["distinctPhones"]) =>
  sameLead === 1 && differentLeads === 2
    ? NOTHING
    : [{ key: "distinctPhones", params: { same: sameLead, different: differentLeads } }];
const retirementAge = (age: ProvinceAdvice["retirementAge"]) =>
  age === null ? NOTHING : [{ key: "retirementAge", params: { ...age } }];
const serviceName = (name: ProvinceAdvice["serviceName"]) => [
  ...sides(list("serviceNameWords", "words"))(name.refusedWords),
  ...sides(count("serviceNameMinHan"))(name.minHan),
  ...sides(choice("serviceNameLatin"))(name.latin),
  ...flag("serviceNameNoRegions")(name.noRegions),
  ...flag("serviceNameNotDomainNorPerson")(name.notDomainNorPerson),
];

/** What each field of the advice says in words, and where; a test asks for every field. */
export const ADVICE_WORDS: { readonly [K in Field]?: Describe<K> } = {
  serviceLeadFollowsEntityLead: ["leads", flag("serviceLeadFollowsEntityLead")],
  entityLeadExceptions: ["leads", list("entityLeadExceptions", "nature")],
  foreignLegalRep: ["leads", choice("foreignLegalRep")],
  retirementAge: ["leads", retirementAge],
  emergencyPhone: ["contacts", sides(flag("emergencyPhone"))],
  distinctPhones: ["contacts", distinctPhones],
  localPhone: ["contacts", sides(flag("localPhone"))],
  landlineAreaCodes: ["contacts", list("landlineAreaCodes", "words")],
  leadPhoneUnique: ["contacts", flag("leadPhoneUnique")],
  leadIdUnique: ["contacts", flag("leadIdUnique")],
  idTypesRefused: ["identity", list("idTypesRefused", "cert")],
  residenceProofRequired: ["identity", flag("residenceProofRequired")],
  minorProofBelow: ["identity", sides(count("minorProofBelow"))],
  licenceMinMonths: ["identity", count("licenceMinMonths")],
  investor: ["addresses", choice("investor")],
  noShixiaqu: ["addresses", flag("noShixiaqu")],
  addressInCertificateCity: ["addresses", flag("addressInCertificateCity")],
  serviceName: ["names", serviceName],
  domainWords: ["domains", list("domainWords", "words")],
  suffixesRefused: ["domains", list("suffixesRefused", "words")],
  domainStateWords: ["domains", flag("domainStateWords")],
  domainOwner: ["domains", choice("domainOwner")],
  domainMinMonths: ["domains", count("domainMinMonths")],
  noPersonalBlog: ["contents", flag("noPersonalBlog")],
  personContentsRefused: ["contents", list("personContentsRefused", "content")],
  unitContentOnly: ["contents", content("unitContentOnly")],
  unitNoOther: ["contents", flag("unitNoOther")],
  unitContentExplained: ["contents", content("unitContentExplained")],
  personDeclaration: ["contents", flag("personDeclaration")],
  personRemarkMinLength: ["contents", count("personRemarkMinLength")],
  maxServicesTotal: ["counts", sides(count("maxServicesTotal"))],
  sitePlanAbove: ["counts", sides(count("sitePlanAbove"))],
  multiDomainStatementAbove: ["counts", sides(count("multiDomainStatementAbove"))],
  domainCertificate: ["materials", sides(flag("domainCertificate"))],
  domainCertificateFrom: ["materials", count("domainCertificateFrom")],
  commitment: ["materials", flag("commitment")],
  partyLetter: ["materials", flag("partyLetter")],
  partyLetterForNewServices: ["materials", flag("partyLetterForNewServices")],
  noNotInvolvedPromise: ["materials", flag("noNotInvolvedPromise")],
  responsibilityDocuments: ["materials", flag("responsibilityDocuments")],
  ownServiceLeadLetter: ["materials", flag("ownServiceLeadLetter")],
  financePromise: ["materials", choice("financePromise")],
  financeVerifiedFirst: ["materials", flag("financeVerifiedFirst")],
  culturePromise: ["materials", flag("culturePromise")],
  publicBodyForm: ["materials", flag("publicBodyForm")],
  medicalLicense: ["materials", flag("medicalLicense")],
  travelLicense: ["materials", flag("travelLicense")],
  organizerChange: ["changes", choice("organizerChange")],
  personToUnit: ["changes", choice("personToUnit")],
  footerCopyright: ["filed", flag("footerCopyright")],
};

/** The advice of a province, field by field, as far as it says something. */
export function adviceWords(advice: ProvinceAdvice) {
  return (Object.keys(ADVICE_WORDS) as readonly Field[]).flatMap((field) => {
    const said = describeField(advice, field);
    return said === null || said.words.length === 0 ? [] : [{ field, ...said }];
  });
}

function describeField<K extends Field>(advice: ProvinceAdvice, field: K) {
  const described = ADVICE_WORDS[field] as Describe<K> | undefined;
  if (described === undefined) return null;
  const [group, words] = described;
  return { group, words: words(advice[field]) };
}
