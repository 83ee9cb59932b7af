import type { Role } from "../../../lib/filing/access";
import type { TestServer } from "../../support/server";
import { orderOf, rows, userOf } from "../../support/state";
import { COLLEAGUE, INVITED, type Made } from "./made";
import { FILED, OTHER, PERSONAS } from "./personas";
import { type Asked, NOBODYS_SECRET, type ObjectKind, UNKNOWN_ID } from "./row";

export { PERSONAS };

const { applicant: APPLICANT } = PERSONAS;
/** His drafts no reviewer has. */
const NEVER_SUBMITTED = "draft-half";

/** Why there is none such thing: a sentence, so that nothing is left out in silence. */
export interface None {
  readonly none: string;
}
const none = (why: string): None => ({ none: why });

export interface Objects {
  readonly own: Asked | None;
  /** There, and not his. */
  readonly foreign: readonly Asked[] | None;
  readonly unknown: Asked;
  /** Once there, over now. */
  readonly ended?: Asked;
}

const NO_ACCOUNT = none("staff have no account: everything of accounts is somebody else's");
const NO_STAFF = none("who is none of the staff has nothing of theirs");
const PROVIDERS = none("the provider's, not a person's: everybody who may manage one may manage every one");
const AUTHORITYS = none("the authority's desk is one house: every officer decides on every submission");
const SUBMITTED = none("a ticket is a request with all its documents: lib/usecases/manual asks as staff");
const CONFIRMED = none("a cancellation takes a lead's code: lib/usecases/review asks as staff");
const BEARER = none("a secret is its holder's: whoever shows it is whom it was made for");

const thing = (id: string | undefined, more: Partial<Asked> = {}): Asked => {
  if (!id) throw new Error("the data has none such thing");
  return { id, version: 1, ...more };
};
const UNKNOWN: Asked = { id: UNKNOWN_ID, version: 1, order: UNKNOWN_ID, beside: UNKNOWN_ID };
const NOBODYS: Asked = { id: NOBODYS_SECRET, version: 1, beside: "0000" };

/** The things of every kind as the role meets them, read off the database of the worker. */
export function objectsOf(server: TestServer, made: Made, role: Role): Readonly<Record<ObjectKind, Objects>> {
  const first = (sql: string, ...values: unknown[]) => rows<{ id: string }>(server, sql, ...values)[0]?.id;
  const persona = PERSONAS[role];
  const isApplicant = role === "applicant";
  /** Of accounts and their people. */
  const applicants = (of: (persona: string) => Asked, foreign: readonly Asked[] = []): Objects => ({
    own: isApplicant ? of(APPLICANT) : NO_ACCOUNT,
    foreign: isApplicant ? [of(OTHER), ...foreign] : [of(APPLICANT)],
    unknown: UNKNOWN,
  });
  /** Of whoever asks, be he an applicant or staff. */
  const everybodys = (of: (persona: string) => Asked): Objects => ({
    own: of(persona),
    foreign: [of(isApplicant ? OTHER : APPLICANT)],
    unknown: UNKNOWN,
  });
  /** Of reviewers, each his own; a supervisor is one. */
  const reviewers = (ids: Readonly<Record<string, string>>, foreign: readonly Asked[] = []): Objects => ({
    own: ids[persona] === undefined ? NO_STAFF : thing(ids[persona]),
    foreign: [thing(ids[COLLEAGUE]), ...foreign],
    unknown: UNKNOWN,
  });
  const providers = (own: Asked, ended?: Asked): Objects => ({
    ...{ own, foreign: PROVIDERS, unknown: UNKNOWN },
    ...(ended && { ended }),
  });

  const user = (of: string) => userOf(server, of);
  const accountOf = (of: string) =>
    first("SELECT account_id AS id FROM account_members WHERE user_id = ? AND role = 'owner'", user(of));
  const order = (of: string): Asked => ({ ...orderOf(server, of), parts: made.parts });
  const material = (of: string) => {
    const { id } = order(of);
    return thing(first("SELECT id FROM materials WHERE order_id = ?", id), { order: id });
  };
  const ofUser = (table: string, column: string) => (of: string) =>
    thing(first(`SELECT ${column} AS id FROM ${table} WHERE user_id = ?`, user(of)));
  const serverOf = (of: string) =>
    thing(first("SELECT id FROM resources WHERE account_id = ?", accountOf(of)));
  const entity = thing(first("SELECT id FROM entities WHERE account_id = ?", accountOf(FILED)));
  const approved = first(
    "SELECT id FROM orders WHERE state = 'APPROVED' AND account_id = ?",
    accountOf(FILED),
  );
  const service = thing(first("SELECT id FROM services WHERE entity_id = ?", entity.id), {
    order: entity.id,
  });
  const filed = (one: Asked): Objects => ({
    own: isApplicant ? { ...one, by: FILED } : NO_ACCOUNT,
    foreign: [one],
    unknown: UNKNOWN,
  });
  // A role's own row names what the caller himself has besides; staff have no server.
  const ownServer = isApplicant ? serverOf(APPLICANT).id : UNKNOWN_ID;
  const code = (of: string) => thing(made.codes[of], { beside: ownServer });
  const joined = thing(user(INVITED.joined));
  const staffs = made.invitations.staff;
  return {
    order: applicants(order),
    followUp: {
      own: isApplicant ? thing(made.followUp, { by: FILED }) : NO_ACCOUNT,
      foreign: [thing(made.followUp)],
      unknown: UNKNOWN,
    },
    // Taken over into an order: from another one of the account, and into it.
    knownPart: {
      own: isApplicant ? thing(approved, { order: made.followUp, by: FILED }) : NO_ACCOUNT,
      foreign: isApplicant
        ? [
            thing(order(OTHER).id, { order: made.followUp, by: FILED }),
            thing(approved, { order: order(APPLICANT).id }),
          ]
        : [thing(approved, { order: made.followUp })],
      unknown: { ...UNKNOWN, order: order(APPLICANT).id },
    },
    review: { own: order("extra-yanhang"), foreign: [order(NEVER_SUBMITTED)], unknown: UNKNOWN },
    submission: {
      own: { id: "1", version: 1 },
      foreign: AUTHORITYS,
      unknown: { id: "999999", version: 1 },
    },
    material: applicants(material),
    reviewedMaterial: {
      own: material("extra-yanhang"),
      foreign: [material(NEVER_SUBMITTED)],
      unknown: UNKNOWN,
    },
    session: { ...everybodys(ofUser("sessions", "id_hash")), unknown: NOBODYS },
    identity: {
      own:
        role === "officer"
          ? none("officers come from the authority's own house, by no issuer")
          : thing(made.identities[persona]),
      foreign: [thing(made.identities[isApplicant ? OTHER : APPLICANT])],
      unknown: UNKNOWN,
    },
    invitation: applicants((of) => thing(made.invitations[of]), [thing(staffs)]),
    member: {
      own: isApplicant ? joined : NO_ACCOUNT,
      foreign: [isApplicant ? thing(user(OTHER)) : joined],
      unknown: UNKNOWN,
    },
    account: applicants((of) => thing(accountOf(of))),
    holder: {
      own: thing(accountOf(OTHER)),
      foreign: none(
        "whose it is makes no difference to a supervisor; his own account: see the test of its own",
      ),
      unknown: UNKNOWN,
    },
    filing: filed(entity),
    filedService: filed(service),
    migration: filed(thing(made.migration)),
    notification: applicants(ofUser("notifications", "id")),
    token: {
      own:
        made.tokens[persona] === undefined
          ? none("only who may check documents has keys for scripts")
          : thing(made.tokens[persona]),
      foreign: [thing(made.tokens[isApplicant ? OTHER : APPLICANT])],
      unknown: UNKNOWN,
    },
    server: applicants(serverOf),
    authCode: { ...applicants(code), unknown: { ...UNKNOWN, beside: ownServer } },
    delivery: providers(thing(made.delivery.failed), thing(made.delivery.done)),
    setting: {
      ...providers(thing("remarkMinLength")),
      unknown: { id: "noSuchSetting", version: 1 },
    },
    policyChange: providers(thing(made.policyChange)),
    manualRequest: filed(thing(made.manualRequest)),
    // What was not submitted yet is nothing to staff.
    ticket: { own: SUBMITTED, foreign: [thing(made.manualRequest)], unknown: UNKNOWN },
    inspection: filed(thing(made.inspection, { order: entity.id })),
    inspectionDesk: providers(thing(made.inspection)),
    inspectable: providers(entity),
    // An order that cancels nothing is none.
    cancellation: { own: CONFIRMED, foreign: [order("extra-yanhang")], unknown: UNKNOWN },
    offlineNote: applicants((of) => thing(made.notes[of])),
    // Another one of the staff; an applicant is none.
    staff: { own: thing(user(COLLEAGUE)), foreign: [thing(user(APPLICANT))], unknown: UNKNOWN },
    staffInvitation: {
      own: thing(staffs, { again: made.invitations.staffAgain }),
      foreign: [thing(made.invitations[APPLICANT])],
      unknown: UNKNOWN,
    },
    template: {
      ...reviewers(made.templates, [
        thing(made.templates.shared, { answer: role === "reviewer" ? "forbidden" : null }),
      ]),
      ended: thing(made.templates.removed, { version: 2 }),
    },
    savedView: reviewers(made.views),
    endpoint: providers(thing(made.endpoint.live), thing(made.endpoint.removed)),
    consumer: providers(thing(made.consumer.live), thing(made.consumer.revoked)),
    // Made where the gateway is manual (handover.ts); anywhere else these numbers are nothing.
    handover: { own: thing("1"), foreign: [thing("2")], unknown: { id: "999999", version: 1 } },

    memberLink: {
      own: isApplicant
        ? thing(made.memberLink.own, { by: INVITED.member })
        : none("staff without an account are invited into none"),
      foreign: [thing(made.memberLink.foreign)],
      unknown: NOBODYS,
      ended: thing(made.memberLink.used),
    },
    staffLink: {
      own: isApplicant
        ? thing(made.staffLink.own, { by: INVITED.staff })
        : none("who is staff already is invited to nothing"),
      foreign: [thing(made.staffLink.foreign)],
      unknown: NOBODYS,
    },
    // What was made for another purpose opens nothing here.
    registerLink: { own: thing(made.registerLink), foreign: [thing(made.resetLink)], unknown: NOBODYS },
    resetLink: { own: thing(made.resetLink), foreign: [thing(made.registerLink)], unknown: NOBODYS },
    emailLink: { own: thing(made.emailLink), foreign: [thing(made.memberLink.own)], unknown: NOBODYS },
    callbackLink: {
      own: thing(made.callback.own.token, { beside: made.callback.own.digits }),
      foreign: none("the digits tell whose it is; a wrong try is counted: see the test of its own"),
      unknown: NOBODYS,
      ended: thing(made.callback.called.token, { beside: made.callback.called.digits }),
    },
    calendarFeed: {
      ...{ own: thing(made.feed.live), foreign: BEARER, unknown: NOBODYS },
      ended: thing(made.feed.ended),
    },
    servingToken: {
      own: thing(made.servingToken.live),
      // A user's key has the same form.
      foreign: [thing(made.servingToken.users)],
      unknown: { id: `icp_${NOBODYS_SECRET}`, version: 1 },
      ended: thing(made.servingToken.revoked),
    },
  };
}
