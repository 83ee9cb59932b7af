import type { OrderType } from "@/lib/filing/application/codes";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import type { InspectionFailure } from "@/lib/filing/inspection/failures";
import type { FiledEntity } from "@/lib/filing/rules/facts";

/**
 * The only door to the authority (管局). The console never reads the sandbox's tables; a production implementation
 * (`manual`: staff by hand; one day a provincial interface) stands behind the same verbs (design.md §4, DF §13.3).
 */
export interface AuthorityGateway {
  /** Idempotent by `sequence`, which the provider counts up without gaps. */
  submit(sequence: number, payload: SubmissionPayload): Promise<SubmitAnswer>;
  /**
   * Notices numbered above `after`, at most `limit` (default 100). Numbers count up by one, for all orders together. They
   * are to come in order, at least once; whoever reads them relies on the numbers only, not on the order they lie in.
   */
  poll(after: number, limit?: number): Promise<readonly Notice[]>;
  /** Notices up to and including this number need not be offered again. */
  ack(upTo: number): Promise<void>;
  /** The public register. */
  query(by: RegisterQuery): Promise<readonly PublicRecord[]>;
  /** What the provider may ask about an organiser and its domains before filing (order type, conflicts). */
  lookUp(by: RegisterQuestion): Promise<RegisterLookUp>;
  /**
   * What of a question a person has to ask by hand before the filing goes out, because no machine can: `lookUp` then
   * answers from what the console itself knows. Empty where the authority answers machines.
   */
  unasked(by: RegisterQuestion): Promise<readonly UnaskedQuestion[]>;
}

export type UnaskedQuestion =
  | { readonly kind: "cert" }
  | { readonly kind: "domain"; readonly domain: string };

/**
 * Refusal codes: `sequence_gap` (send the missing number first, then the same again) and `sequence_reused` are about
 * the call; the others are about the filing and final for this number: `ORGANIZER_CONFLICT`, `DOMAIN_CONFLICT`,
 * `ORGANIZER_NOT_FILED`, `NUMBER_MISMATCH` (the organiser stands under another number), `SERVICE_NOT_FILED` (a service
 * that is to be taken over or changed does not exist, or not with this domain), `ORGANIZER_BLACKLISTED`,
 * `DOMAIN_BLACKLISTED`, `NAME_BLACKLISTED`, `PROVINCE_UNKNOWN`, `LEAD_MISSING`, `TYPE_UNSUPPORTED`; of cancellations also
 * `CANCELLATION_RUNNING` (V30 1042, 1043), `ONLY_ACCESS` (V30 1025) and, where filing passwords are in use,
 * `FILING_PASSWORD_MISSING`, `FILING_PASSWORD_WRONG` and `FILING_PASSWORD_LOCKED`.
 */
export type SubmitAnswer =
  | { readonly kind: "accepted" | "duplicate" }
  | { readonly kind: "refused"; readonly code: string };

export interface SubmissionPayload {
  /** The provider's order id: the authority's reference to us. */
  readonly orderId: string;
  /** Of a cancellation: the authority's own secret, to be checked at the door and kept nowhere (DF §11.2 A). */
  readonly filingPassword?: string;
  readonly orderType: OrderType;
  readonly province: string;
  readonly application: ApplicationDraft;
  readonly materials: readonly {
    readonly code: string;
    readonly subject: string;
    readonly side: string;
    readonly sha256: string;
  }[];
  /**
   * Leads who must verify by SMS (DF §3.4). Nobody for cancel access: such an order is told of by `accepted`, and
   * `smsStarted` never comes.
   */
  readonly smsTo: readonly {
    readonly personId: string;
    readonly name: string;
    readonly phone: string;
    readonly idNoTail: string;
  }[];
}

/** Numbers, codes and person ids only; free text of the officer travels in `text` and is stored encrypted by us. */
export type NoticeBody =
  /** Under review at once, since nobody has to verify; in place of the three notices about codes. */
  | { readonly type: "accepted" }
  | { readonly type: "smsStarted"; readonly required: readonly string[] }
  | { readonly type: "smsDone"; readonly personId: string }
  | { readonly type: "smsFailed"; readonly cause: "timeout" | "wrong_inputs" }
  | {
      readonly type: "approved";
      readonly entityNumber: string;
      readonly services: Readonly<Record<string, string>>;
    }
  | {
      readonly type: "rejected";
      readonly items: readonly {
        readonly code: string;
        readonly target: string;
        readonly text: string | null;
      }[];
    }
  /** `target`: a place of the filing; of a notice nobody asked for, the filing number it is about. */
  | {
      readonly type: "conflict";
      readonly code: "ORGANIZER_CONFLICT" | "DOMAIN_CONFLICT";
      readonly target: string;
    }
  /** Not taken at the door after all: a refusal of `submit` that came late. */
  | { readonly type: "refused"; readonly code: string }
  /**
   * With an order: the end of the cancellation it asked for, of these numbers; after cancel access they stay filed, and
   * only the link to this provider is gone. Without: what the authority struck off by itself.
   */
  | { readonly type: "cancelled"; readonly numbers: readonly string[] }
  /** Something filed under this number, and served here, is wrong; mended by `deadline` (the first instant after it), or the provider ends it. */
  | {
      readonly type: "inspection";
      readonly number: string;
      readonly failure: InspectionFailure;
      /** Of a service: which of its names. */
      readonly domain: string | null;
      readonly deadline: number;
    };

export interface Notice {
  readonly number: number;
  /** Business time at the authority, epoch ms. */
  readonly at: number;
  /** Null for notices nobody asked for. */
  readonly orderId: string | null;
  /** The submission it answers; guards against late answers to an earlier round. */
  readonly sequence: number | null;
  readonly body: NoticeBody;
}

export type RegisterQuery =
  | { readonly domain: string }
  | { readonly unitName: string }
  | { readonly number: string };

/** What the public may see: a person's name only masked. */
export interface PublicRecord {
  readonly organiser: string;
  readonly natureCode: number;
  readonly entityNumber: string;
  readonly serviceNumber: string;
  readonly serviceName: string;
  readonly domains: readonly string[];
  readonly approvedAt: number;
}

export interface RegisterQuestion {
  readonly certNo?: string;
  readonly domains?: readonly string[];
  /** Names somebody wants to give his services. */
  readonly names?: readonly string[];
  /** Tell what is filed, too. Only asked on behalf of the organiser's own account, whose values they are. */
  readonly contents?: boolean;
}

export interface RegisterLookUp {
  readonly entity: {
    readonly filed: boolean;
    readonly number: string | null;
    readonly shell: boolean;
    readonly inFlight: boolean;
    readonly blacklisted: boolean;
  } | null;
  /** By lower-case domain. `holder` compares with the `certNo` asked for. */
  readonly domains: Readonly<Record<string, DomainLookUp>>;
  /** Those of the names asked for that the authority files for nobody (DF §15 D7). */
  readonly blacklistedNames: readonly string[];
  /** What is filed of the organiser, where that was asked and the authority tells a provider; otherwise null. */
  readonly contents: FiledEntity | null;
}

export interface DomainLookUp {
  readonly filed: "no" | "same-entity" | "other-entity";
  readonly inFlight: boolean;
  /** Entity number it stands under; null = not filed. */
  readonly number: string | null;
  /** The filed service is an APP. */
  readonly app: boolean;
  readonly blacklisted: boolean;
}
