import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { CheckMaterial } from "@/lib/usecases/orders/get-check";

/** The documents of an order, each with its thumbnails. */
export function CheckMaterials({ materials }: { materials: readonly CheckMaterial[] }) {
  const t = useTranslations("orders.check");
  const names = useTranslations("materials");
  if (materials.length === 0) return <p className="text-muted">{t("noMaterials")}</p>;
  return (
    <ul className="flex flex-col">
      {materials.map(({ code, subject, title, optional, thumbs, missing }) => (
        <li
          key={code + subject}
          className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2.5 last:border-0"
        >
          <span className="min-w-0">
            {names(`${code}.name` as never)} <span className="text-muted">{title}</span>
          </span>
          <span className="flex items-center gap-2">
            {thumbs.map((url) => (
              // biome-ignore lint/performance/noImgElement: own thumbnails behind a session; the optimiser must not keep them
              <img
                key={url}
                src={url}
                alt=""
                className="h-9 w-14 rounded-tag border border-line object-cover"
              />
            ))}
            <Tag tone={missing === 0 ? "done" : optional ? "ended" : "you"}>
              {missing === 0
                ? t("uploaded")
                : optional
                  ? t("optional")
                  : t("missingSides", { count: missing })}
            </Tag>
          </span>
        </li>
      ))}
    </ul>
  );
}
