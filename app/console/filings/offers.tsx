import { getLocale, getTranslations } from "next-intl/server";
import { Messages } from "@/components/shell/messages";
import { ActButton } from "@/components/ui/act-button";
import { Code } from "@/components/ui/code";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { Actor } from "@/lib/filing/access";
import { provinceName } from "@/lib/messages/codes";
import { ERRORS_OF_MIGRATION } from "@/lib/messages/error-parts";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { refusalText } from "@/lib/messages/refusal-text";
import { listOffers, type Offer } from "@/lib/usecases/migration/list-offers";
import { acceptMigrationAction, declineMigrationAction } from "./actions";

/** Filed entities that other accounts offer to this one; nothing where there is none. */
export async function Offers({ actor }: { actor: Actor }) {
  const offers = await listOffers(actor);
  if (offers.length === 0) return null;
  const t = await getTranslations("migration.offer");
  return (
    <Messages namespaces={ERRORS_OF_MIGRATION}>
      <Panel title={t("title")} description={t("text")}>
        <ul className="flex flex-col gap-5">
          {offers.map((offer) => (
            <li key={offer.id} className="border-b border-line pb-5 last:border-0 last:pb-0">
              <OneOffer offer={offer} />
            </li>
          ))}
        </ul>
      </Panel>
    </Messages>
  );
}

async function OneOffer({ offer }: { offer: Offer }) {
  const [t, errors, locale] = [
    await getTranslations("migration.offer"),
    await getTranslations("errors"),
    toLocale(await getLocale()),
  ];
  const { id, version, number, obstacle, owner } = offer;
  const known = { migrationId: id, version };
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Code>{number}</Code>
        <span>{provinceName(offer.province, locale)}</span>
        <span>{t("services", { count: offer.services })}</span>
        <span className="text-muted">{t("until", { at: formatDateTime(offer.expiresAt, locale) })}</span>
      </p>
      <p>
        <span className="text-muted">{t("from")}</span> <Code>{offer.from}</Code>
      </p>
      {obstacle && <Notice tone="you">{refusalText(errors, obstacle)}</Notice>}
      {owner ? (
        <div className="flex flex-wrap gap-2">
          {obstacle === null && (
            <ActButton
              action={acceptMigrationAction}
              input={known}
              variant="primary"
              label={t("accept")}
              done={t("accepted")}
              ask={{ title: t("acceptTitle", { number }), text: t("acceptText") }}
            />
          )}
          <ActButton
            action={declineMigrationAction}
            input={known}
            label={t("decline")}
            done={t("declined")}
            ask={{ title: t("declineTitle", { number }), text: t("declineText") }}
          />
        </div>
      ) : (
        <p className="text-muted">{t("ownerOnly")}</p>
      )}
    </div>
  );
}
