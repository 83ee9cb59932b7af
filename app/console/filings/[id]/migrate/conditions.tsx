import { clsx } from "clsx";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { TONE_ICON, TONE_INK } from "@/components/ui/tone";
import type { GivingConditionId } from "@/lib/filing/migration/conditions";
import type { MigrationView } from "@/lib/usecases/migration/get-migration";

/** What has to be true of the other account: asked when it is named, told there. */
const THERE = ["account", "organiser", "empty", "order"] as const;

/** What a migration hangs on: here with its verdict, there as what to see to before naming the account. */
export async function Conditions({ view }: { view: MigrationView }) {
  const t = await getTranslations("migration.conditions");
  return (
    <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
      <section>
        <h3 className="font-semibold">{t("here")}</h3>
        <ul aria-label={t("here")} className="mt-2 flex flex-col gap-2">
          {view.conditions.map(({ id, met }) => {
            const tone = met ? "done" : "refused";
            const Icon = TONE_ICON[tone];
            return (
              <li key={id} data-met={met} className="flex items-start gap-2">
                <Icon aria-hidden className={clsx("mt-0.5 size-4 shrink-0", TONE_INK[tone])} />
                <span className="min-w-0">
                  <span className="sr-only">{t(met ? "met" : "unmet")} </span>
                  {t(`from.${id}`)}
                  {!met && <WayOut id={id} />}
                </span>
              </li>
            );
          })}
        </ul>
      </section>
      <section>
        <h3 className="font-semibold">{t("there")}</h3>
        <ul aria-label={t("there")} className="mt-2 flex list-disc flex-col gap-2 pl-5">
          {THERE.map((id) => (
            <li key={id}>{t(`to.${id}`)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** Why not, and where something can be done about it. */
async function WayOut({ id }: { id: GivingConditionId }) {
  const [t, errors] = [await getTranslations("migration.conditions"), await getTranslations("errors.reason")];
  return (
    <span className="block text-muted">
      {errors(`migration.from-${id}`)}{" "}
      {id === "order" && (
        <Link href="/console/orders" className="link inline-block py-0.5">
          {t("toOrders")}
        </Link>
      )}
    </span>
  );
}
