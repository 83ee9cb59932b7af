import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";

const ITEMS = ["a", "b", "c", "d"] as const;

/** What to have at hand before one starts, for organisations and for individuals. */
export function PrepareLists() {
  const t = useTranslations("landing.prepare");
  return (
    <>
      <div className="grid gap-8 md:grid-cols-2 md:gap-12">
        {(["unit", "person"] as const).map((kind) => (
          <div key={kind}>
            <h3 className="border-b-2 border-text pb-2 text-h3">{t(kind)}</h3>
            <ul>
              {ITEMS.map((item) => (
                <li key={item} className="flex gap-3 border-b border-line py-3 text-form">
                  <Check aria-hidden className="mt-1 size-[18px] shrink-0 text-tone-done" />
                  {t(`${kind}Items.${item}`)}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p className="mt-6">
        <Link href="/materials" className="link">
          {t("byProvince")}
        </Link>
      </p>
    </>
  );
}
