import { z } from "zod";
import { CERT_TYPES, NATURES, PRE_APPROVALS } from "../application/codes";
import type {
  AccountFact,
  BusinessFact,
  CodeFact,
  DomainFact,
  DomainRecord,
  FactKey,
  Facts,
  FiledEntity,
  FiledLead,
  FiledService,
  MaterialFact,
  OthersFact,
  RegistryFact,
  ResourceFact,
  ServerRecord,
} from "./facts";
import { MATERIAL_CODES } from "./material-types";

/**
 * The facts of a check that comes from outside, member by member as `facts.ts` describes them: every member of a given
 * fact must be there, `null` says "asked, not known". `ShapeOf` and the test beside it keep both from drifting apart.
 */
type ShapeOf<T> = { readonly [K in keyof T]-?: z.ZodType<T[K]> };

/** Years 1970–2999: outside, civil days and waits would leave what a calendar can count. */
const TIME_MAX = 32_503_650_000_000;
/** Longest list or record of a file. */
export const LIST_MAX = 1000;

const time = z.int().min(0).max(TIME_MAX).describe("Epoch milliseconds");
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe("Civil day in Asia/Shanghai, YYYY-MM-DD");
const text = z.string().max(1024);
const count = z.int().min(0).max(1_000_000);
const list = <T extends z.ZodType>(item: T) => z.array(item).max(LIST_MAX);
/** Schemas count no keys: the limit is kept before one is asked (`hazards`), and published here. */
const record = <T extends z.ZodType>(item: T) => z.record(text, item).meta({ maxProperties: LIST_MAX });
const path = z
  .string()
  .max(255)
  .describe("Path into the application: people.0.phone1, or by id people[ppl_…].phone1");
const province = z.string().regex(/^\d{6}$/);

const AccountSchema = z.strictObject({
  kind: z.enum(["person", "unit"]),
  realName: text.nullable(),
  realNameVerifiedAt: time.nullable(),
  securityPhone: text.nullable(),
  riskFlag: z.boolean(),
  otherOpenOrders: count.describe("Open orders of the account, this one not counted"),
  holdsOtherEntity: z.boolean(),
  provenPhones: list(path).describe("Contact-1 fields proven by a one-time code"),
} satisfies ShapeOf<AccountFact>);

/** What a registrar says of a domain; its adapter is held to the same (lib/systems/protocol.ts). */
export const DomainRecordSchema = z.strictObject({
  registered: z.boolean(),
  registeredHere: z.boolean().describe("With the registrar this provider runs"),
  registrarApproved: z.boolean(),
  ownerName: text.nullable(),
  ownerIdNo: text.nullable(),
  ownerIdType: z.literal(CERT_TYPES).nullable(),
  realNameVerifiedAt: time.nullable(),
  expiresAt: time.nullable(),
  serverHold: z.boolean(),
} satisfies ShapeOf<DomainRecord>);

const DomainSchema = z.strictObject({
  ...DomainRecordSchema.shape,
  filed: z.enum(["no", "same-entity", "other-entity"]),
  filedNumber: text.nullable(),
  accessHere: z.boolean(),
  inFlightElsewhere: z.boolean(),
  blacklisted: z.boolean(),
  appOfOtherEntity: z.boolean(),
} satisfies ShapeOf<DomainFact>);

/** What an inventory says of a server. */
export const ServerRecordSchema = z.strictObject({
  kind: z.enum(["CVM", "LIGHTHOUSE", "SERVERLESS", "HOSTING", "CLB"]),
  prepaid: z.boolean(),
  prepaidMonths: z.number().min(0).max(1200).describe("Months bought in all, renewals included"),
  expiresAt: time,
  mainland: z.boolean(),
  publicIp: text.nullable(),
  province,
} satisfies ShapeOf<ServerRecord>);

const ResourceSchema = z.strictObject({
  ...ServerRecordSchema.shape,
  used: count.describe("Services already bound to it, this order not counted"),
} satisfies ShapeOf<ResourceFact>);

const CodeSchema = z.strictObject({
  state: z.enum(["UNUSED", "IN_USE", "USED", "EXPIRED"]),
  forThisAccount: z.boolean(),
  heldElsewhere: z.boolean().describe("In use by another order or service"),
  server: ServerRecordSchema.nullable().describe("The server it stands for; null: gone"),
  usedFor: text.nullable(),
} satisfies ShapeOf<CodeFact>);

const LeadSchema = z.strictObject({
  name: text.nullable(),
  idType: z.literal(CERT_TYPES).nullable(),
  idNo: text.nullable(),
  phone: text.nullable(),
  idValidTo: z.union([day, z.literal("long-term")]).nullable(),
} satisfies ShapeOf<FiledLead>);

const FiledServiceSchema = z.strictObject({
  number: text,
  kind: z.enum(["WEBSITE", "APP", "MINI_PROGRAM", "QUICK_APP"]),
  name: text.nullable(),
  domains: list(text),
  packages: list(z.strictObject({ platform: text, packageName: text })),
  lead: LeadSchema.nullable(),
  preApprovals: list(z.literal(PRE_APPROVALS)).nullable(),
  accessHere: z.boolean(),
  accessElsewhere: z.boolean().optional(),
} satisfies ShapeOf<FiledService>);

const FiledSchema = z.strictObject({
  province,
  nature: z.literal(NATURES).nullable(),
  certType: z.literal(CERT_TYPES).nullable(),
  certNo: text.nullable(),
  name: text.nullable(),
  entityLead: LeadSchema.nullable(),
  services: list(FiledServiceSchema),
} satisfies ShapeOf<FiledEntity>);

const RegistrySchema = z.strictObject({
  entityFiled: z.boolean(),
  entityKnownHere: z.boolean(),
  entityInOtherAccount: z.boolean(),
  entityIsShell: z.boolean(),
  organizerInFlight: z.boolean(),
  blacklisted: z.boolean(),
  recordNumber: text.nullable(),
  blacklistedNames: list(text),
  filed: FiledSchema.nullable().describe("What is filed now; null = nothing, or its contents are not told"),
} satisfies ShapeOf<Omit<RegistryFact, "basis">>);

export const BusinessSchema = z.strictObject({
  found: z.boolean(),
  name: text.nullable(),
  legalRepName: text.nullable(),
  status: z.enum(["active", "abnormal", "closed"]).nullable(),
  registeredOrUpdatedAt: time.nullable(),
  licenceIssuedOn: day.nullable(),
} satisfies ShapeOf<BusinessFact>);

const MaterialSchema = z.strictObject({
  code: z.enum(MATERIAL_CODES),
  subject: path.describe("entity, people.<i> or services.<i>; ids work as well"),
  side: z.enum(["FRONT", "BACK", "SINGLE"]),
  documentDate: day.nullable().describe("Date printed on the document, where the slot asks for it"),
} satisfies ShapeOf<MaterialFact>);

const OthersSchema = z.strictObject({
  phonesUsedElsewhere: list(path),
  idsUsedElsewhere: list(path),
  serviceLeadElsewhere: list(path).describe("People: people.<i>, or their ids"),
  domainsInOtherOrders: list(text),
  filedServiceNames: list(text),
} satisfies ShapeOf<OthersFact>);

const shape = {
  account: AccountSchema,
  business: BusinessSchema,
  codes: record(CodeSchema).describe("By authorisation code"),
  domains: record(DomainSchema).describe("By domain, lower case, IDNs in ASCII form"),
  materials: list(MaterialSchema),
  others: OthersSchema,
  registry: RegistrySchema,
  resources: record(ResourceSchema).describe("By resource id"),
} satisfies { readonly [K in FactKey]: z.ZodType<NonNullable<Facts[K]>> };

/** What may be given of the facts: an absent one is unknown, never good. */
export const FactsSchema = z.strictObject(shape).partial();
export type FactsInput = z.infer<typeof FactsSchema>;
