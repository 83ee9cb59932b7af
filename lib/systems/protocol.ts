import { z } from "zod";
import { BusinessSchema, DomainRecordSchema, ServerRecordSchema } from "@/lib/filing/rules/facts-schema";
import { SYSTEMS } from "./settings";

/**
 * What the provider's own systems are asked over HTTP, and what they must answer. Records have the members of the facts
 * in `public/schema/check.json`: all of them, no others; `null` says "not told". What is not exactly this is no answer.
 */

/** Longest list of an answer. */
const LIST_MAX = 5_000;

/** An empty name would be compared with the applicant's and accuse him: who does not know says `null`. */
const told = z.string().max(1024).regex(/\S/).nullable();
const id = z.string().min(1).max(128);
const domain = z.string().min(1).max(253);

/** Whose servers or domains: our id, and the number `customers` were imported with; null when none was. */
const Account = z.strictObject({ id, customer: z.string().nullable() });

const Server = z.strictObject({ id, name: z.string().min(1).max(200), ...ServerRecordSchema.shape });
const Domain = z.strictObject({ ...DomainRecordSchema.shape, ownerName: told, ownerIdNo: told });
const Business = z.strictObject({ ...BusinessSchema.shape, name: told, legalRepName: told });

const Hello = z.strictObject({ question: z.literal("hello"), system: z.enum(SYSTEMS) });
export const HelloAnswer = z.strictObject({ system: z.enum(SYSTEMS) });

const ServersQuestion = z.strictObject({ question: z.literal("servers"), account: Account });
export const ServersAnswer = z.strictObject({
  account: id.describe("The id that was asked about"),
  servers: z.array(Server).max(LIST_MAX).describe("All servers of the account"),
});

const OwnDomainsQuestion = z.strictObject({ question: z.literal("own-domains"), account: Account });
export const OwnDomainsAnswer = z.strictObject({
  account: id.describe("The id that was asked about"),
  domains: z
    .record(domain, Domain)
    .meta({ maxProperties: LIST_MAX })
    .describe("By domain, lower case, IDNs in ASCII form: all domains of the account"),
});

const DomainsQuestion = z.strictObject({
  question: z.literal("domains"),
  domains: z.array(domain).min(1).describe("Lower case, IDNs in ASCII form"),
});
export const DomainsAnswer = z.strictObject({
  domains: z
    .record(domain, Domain.nullable())
    .meta({ maxProperties: LIST_MAX })
    .describe("Exactly the domains that were asked about; null: not known to you, which says nothing of it"),
});

const BusinessQuestion = z.strictObject({ question: z.literal("business"), certNo: z.string().min(1) });
export const BusinessAnswer = z.strictObject({
  certNo: z.string().describe("The number that was asked about"),
  business: Business.nullable().describe(
    "null: the register cannot be asked about it; found: false = not in it",
  ),
});

const InventoryQuestion = z.union([Hello, ServersQuestion]);
const RegistrarQuestion = z.union([Hello, DomainsQuestion, OwnDomainsQuestion]);
const RegisterQuestion = z.union([Hello, BusinessQuestion]);
export type Question = z.input<typeof InventoryQuestion | typeof RegistrarQuestion | typeof RegisterQuestion>;

/** What `public/schema` describes of it, by file name. */
export const PUBLISHED_SYSTEMS = {
  "inventory.question.json": InventoryQuestion,
  "inventory.answer.json": z.union([HelloAnswer, ServersAnswer]),
  "domains.question.json": RegistrarQuestion,
  "domains.answer.json": z.union([HelloAnswer, DomainsAnswer, OwnDomainsAnswer]),
  "business.question.json": RegisterQuestion,
  "business.answer.json": z.union([HelloAnswer, BusinessAnswer]),
} as const;
