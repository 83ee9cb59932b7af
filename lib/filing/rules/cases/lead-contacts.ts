import { PHONE_SEGMENTS } from "../../policy/phone-segments";
import { validLead, validPerson } from "../../testing/fixtures";
import { account, advised, type LookCase, lead, others, P, person, set, two, unit } from "../../testing/look";

const second = (field: string) => P(field, "ppl_lead02");
const SAME_PERSON = { idNo: "110101199003070011" };
const withNumbers = (sameLead: number, differentLeads: number, ctx = unit()) =>
  advised({ distinctPhones: { sameLead, differentLeads } }, ctx);
const emergency = (over: Parameters<typeof lead>[0], asked = true) =>
  advised({ emergencyPhone: { unit: asked, person: false } }, lead(over));
const areaCodes = (over: Parameters<typeof lead>[0]) =>
  advised({ landlineAreaCodes: ["0311", "0312"] }, lead(over));
const used = (...fields: string[]) => others({ phonesUsedElsewhere: fields });
const proven = (provenPhones: readonly string[], app: Parameters<typeof account>[1]) =>
  set({ phoneProof: "required" }, account({ provenPhones, securityPhone: null }, app));
const unproven = (over: Parameters<typeof set>[0]) =>
  set(over, account({ provenPhones: [], securityPhone: null }));
const outside = ["145", "149", "174", "190", "192", "197"];

export const LEAD_CONTACTS_CASES: readonly LookCase[] = [
  ["leads.phone-form", "ten digits", lead({ phone1: "1380000000" }), [P("phone1")]],
  ["leads.phone-form", "landline as first", lead({ phone1: "01012345678" }), [P("phone1")]],
  [
    "leads.phone-form",
    "landline as second",
    lead({ phone2: "01012345678", emergencyPhone: "057187654321" }),
    [],
  ],
  ["leads.phone-form", "no phone as second", lead({ phone2: "12345" }), [`any-phone@${P("phone2")}`]],
  [
    "leads.phone-form",
    "no phone in an emergency",
    lead({ emergencyPhone: "0101234" }),
    [`any-phone@${P("emergencyPhone")}`],
  ],
  ["leads.phone-form", "not typed", lead({ phone1: "", emergencyPhone: undefined }), []],
  ...[...PHONE_SEGMENTS].map(
    (segment): LookCase => [
      "leads.phone-segment",
      `${segment} is served`,
      lead({ phone1: `${segment}00000001` }),
      [],
    ],
  ),
  ...outside.map(
    (segment): LookCase => [
      "leads.phone-segment",
      `${segment} is not`,
      lead({ phone1: `${segment}00000001` }),
      [P("phone1")],
    ],
  ),
  ["leads.phone-virtual", "170", lead({ phone1: "17000000001" }), [P("phone1")]],
  ["leads.phone-virtual", "162", lead({ phone1: "16200000001" }), [P("phone1")]],
  ["leads.phone-virtual", "138", lead({}), []],
  ["leads.phone-virtual", "half typed", lead({ phone1: "1700" }), []],
  ["leads.phone-shared", "one number for two", two({ phone1: "13800000001" }), [second("phone1")]],
  ["leads.phone-shared", "two numbers", two(), []],
  ["leads.phone-shared", "the same person twice", two({ phone1: "13800000001", ...SAME_PERSON }), []],
  [
    "leads.phone-other-entity",
    "elsewhere",
    used(P("phone1"), P("emergencyPhone"), "people[ppl_gone00].phone1"),
    [P("phone1"), P("emergencyPhone")],
  ],
  ["leads.phone-other-entity", "nowhere", used(), []],
  ["leads.phone-unique", "province forbids it", advised({ leadPhoneUnique: true }), [P("phone1")]],
  ["leads.phone-unique", "no number yet", advised({ leadPhoneUnique: true }, lead({ phone1: "" })), []],
  ["leads.phone-unique", "province says nothing", unit(), []],
  [
    "leads.phone-distinct",
    "辽宁 wants 2",
    lead({ emergencyPhone: undefined }, { province: "210000" }),
    [P("emergencyPhone")],
  ],
  ["leads.phone-distinct", "辽宁 has 2", lead({}, { province: "210000" }), []],
  [
    "leads.phone-distinct",
    "湖北 wants 4 of two leads",
    two({ emergencyPhone: undefined }, { province: "420000" }),
    [P("emergencyPhone")],
  ],
  ["leads.phone-distinct", "湖北 has 4 of two leads", two({}, { province: "420000" }), []],
  [
    "leads.phone-distinct",
    "3 of two leads, 2 given",
    withNumbers(2, 3, two({ phone1: "13900000002", emergencyPhone: "" })),
    [P("emergencyPhone")],
  ],
  ["leads.phone-distinct", "3 of two leads, 3 given", withNumbers(2, 3, two({ emergencyPhone: "" })), []],
  ["leads.phone-distinct", "1 will do", withNumbers(1, 2, lead({ emergencyPhone: "" })), []],
  ["leads.phone-distinct", "no number yet", withNumbers(2, 2, lead({ phone1: "", emergencyPhone: "" })), []],
  [
    "leads.emergency-phone",
    "asked and missing",
    emergency({ emergencyPhone: undefined }),
    [P("emergencyPhone")],
  ],
  ["leads.emergency-phone", "asked and given", emergency({}), []],
  ["leads.emergency-phone", "not asked", emergency({ emergencyPhone: undefined }, false), []],
  [
    "leads.emergency-phone",
    "asked of persons only",
    advised(
      { emergencyPhone: { unit: false, person: true } },
      person({}, { people: [validLead({ emergencyPhone: "" })] }),
    ),
    [P("emergencyPhone")],
  ],
  [
    "leads.emergency-phone",
    "same number",
    lead({ emergencyPhone: "13800000001" }),
    [`same@${P("emergencyPhone")}`],
  ],
  ["leads.local-phone", "江苏", two({}, { province: "320000" }), [P("phone1"), second("phone1")]],
  ["leads.local-phone", "江苏, no number yet", lead({ phone1: "" }, { province: "320000" }), []],
  ["leads.local-phone", "units only", advised({ localPhone: { unit: true, person: false } }, person()), []],
  [
    "leads.local-phone",
    "persons only",
    advised({ localPhone: { unit: false, person: true } }, person()),
    [P("phone1")],
  ],
  ["leads.landline-local", "another area", areaCodes({ phone2: "01012345678" }), [P("phone2")]],
  [
    "leads.landline-local",
    "its own area",
    areaCodes({ phone2: "03128765432", emergencyPhone: "031187654321" }),
    [],
  ],
  ["leads.landline-local", "mobiles are not judged", areaCodes({ phone2: "13900000009" }), []],
  ["leads.landline-local", "province says nothing", lead({ phone2: "01012345678" }), []],
  [
    "leads.landline-local",
    "persons may",
    advised({ landlineAreaCodes: ["0311"] }, person({}, { people: [validLead({ phone2: "01012345678" })] })),
    [],
  ],
  [
    "leads.person-contact",
    "other phone",
    account({ securityPhone: "13700000009" }, validPerson()),
    [P("phone1")],
  ],
  [
    "leads.person-contact",
    "no security phone",
    account({ securityPhone: null }, validPerson()),
    [`no-security-phone@${P("phone1")}`],
  ],
  ["leads.person-contact", "same phone", account({}, validPerson()), []],
  ["leads.person-contact", "units may differ", account({ securityPhone: "13700000009" }), []],
  [
    "leads.person-contact",
    "provider does not ask",
    set(
      { personalContactMustEqualAccountPhone: false },
      account({ securityPhone: "13700000009" }, validPerson()),
    ),
    [],
  ],
  ["leads.phone-unproven", "proof is off", unproven({ phoneProof: "off" }), []],
  [
    "leads.phone-unproven",
    "proof is advised",
    unproven({ phoneProof: "advise" }),
    [`advised@${P("phone1")}`],
  ],
  ["leads.phone-unproven", "proof is required", unproven({ phoneProof: "required" }), [P("phone1")]],
  [
    "leads.phone-unproven",
    "one of two is proven",
    proven([P("phone1")], two().application),
    [second("phone1")],
  ],
  ["leads.phone-unproven", "both are proven", proven([P("phone1"), second("phone1")], two().application), []],
  [
    "leads.phone-unproven",
    "the account's phone needs no other proof",
    set({ phoneProof: "required" }, account({ provenPhones: [] })),
    [],
  ],
  ["leads.phone-unproven", "no number yet", proven([], lead({ phone1: "" }).application), []],
  ["leads.email-form", "no host", lead({ email: "fang@" }), [P("email")]],
  ["leads.email-form", "no dot", lead({ email: "fang@example" }), [P("email")]],
  ["leads.email-form", "five characters", lead({ email: "a@b.c" }), [P("email")]],
  ["leads.email-form", "six characters", lead({ email: "a@b.cn" }), []],
  ["leads.email-form", "with a plus", lead({ email: "fang+icp@mail.example.com" }), []],
  [
    "leads.email-shared",
    "one mailbox for two, whatever the case",
    two({ email: "FANG@example.com" }),
    [second("email")],
  ],
  ["leads.email-shared", "two mailboxes", two(), []],
  ["leads.email-shared", "the same person twice", two({ email: "fang@example.com", ...SAME_PERSON }), []],
  ["leads.email-shared", "one person in both parts", unit(), []],
];
