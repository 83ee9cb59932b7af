import "server-only";
import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import * as t from "@/db/schema";
import type { Actor } from "@/lib/filing/access";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import { placeOf, serviceIdOf, titleOf } from "@/lib/filing/application/draft-sections";
import { refuse } from "@/lib/filing/shared/refusal";
import { fail, ok, type Result } from "@/lib/filing/shared/result";
import type { Locale } from "@/lib/messages/locales";
import { type Translate, translator } from "@/lib/messages/translator";
import { renderNotification } from "@/lib/notify/render";
import type { RejectionItem } from "./reject-order";
import { readSubmitted } from "./submitted";
import { isTarget } from "./targets";

export interface PreviewInput {
  readonly orderId: string;
  /** What would be asked of him; null: the order would be approved. */
  readonly items: readonly RejectionItem[] | null;
}

/** A decision in the words the applicant will have in front of him, in his language. */
export interface DecisionPreview {
  readonly locale: Locale;
  /** The message he gets. */
  readonly message: { readonly title: string; readonly text: string };
  /** The sheet on his order's page; null when there is nothing to correct. */
  readonly sheet: {
    readonly title: string;
    readonly text: string;
    readonly sections: readonly {
      readonly key: string;
      readonly title: string;
      readonly items: readonly { readonly name: string; readonly why: string }[];
    }[];
  } | null;
}

/** How a decision will be read, before it is made. Nothing is written. Refusals: those of looking at the order; invalid. */
export async function previewDecision(
  actor: Actor,
  { orderId, items }: PreviewInput,
): Promise<Result<DecisionPreview>> {
  const submitted = await readSubmitted(actor, orderId);
  if (!submitted.ok) return submitted;
  const { order, application } = submitted.value;
  const stray = items?.findIndex(({ target }) => !isTarget(application, target)) ?? -1;
  if (stray >= 0) return fail(refuse("invalid", { path: `items.${stray}.target` }));
  const locale = await localeOf(order.row.accountId);
  const say = translator(locale);
  const { number, headline } = order.row;
  const event = items === null ? "provider_approved" : "provider_rejected";
  const params = { number, headline: headline ?? number, count: items?.length ?? 0 };
  return ok({
    locale,
    message: renderNotification(say, locale, event, params),
    sheet: items && {
      title: say("orders.corrections.title", { count: items.length }),
      text: say("orders.corrections.text"),
      sections: sectionsOf(items, application, say),
    },
  });
}

/** By the page each item is mended on, like the applicant's sheet. */
function sectionsOf(items: readonly RejectionItem[], app: ApplicationDraft, say: Translate) {
  const places = [...new Set(items.map(({ target }) => placeOf(target)))];
  return places.map((place) => {
    const service = app.services.find(({ id }) => id === serviceIdOf(place));
    const title = service && titleOf(service);
    const page = service === undefined ? say(`orders.place.${place}`) : say("orders.place.service");
    return {
      key: place,
      title: title ? `${page} · ${title}` : page,
      items: items
        .filter(({ target }) => placeOf(target) === place)
        .map(({ code, suggestion }) => ({
          name: say(`rejections.${code}.name`),
          why: suggestion.trim() || say(`rejections.${code}.suggestion`),
        })),
    };
  });
}

/** The language of whoever owns the account. */
async function localeOf(accountId: string): Promise<Locale> {
  const rows = await read()
    .select({ locale: t.users.locale, role: t.accountMembers.role })
    .from(t.accountMembers)
    .innerJoin(t.users, eq(t.users.id, t.accountMembers.userId))
    .where(eq(t.accountMembers.accountId, accountId));
  return (rows.find(({ role }) => role === "owner") ?? rows[0])?.locale ?? "zh-CN";
}
