import Image from "next/image";
import { useTranslations } from "next-intl";
import { useSourceText } from "@/components/filing/text/source-text";
import { SITUATION_PEOPLE } from "@/lib/filing/guide/situation";
import { materialKind } from "@/lib/filing/policy/materials";
import { REJECTIONS } from "@/lib/filing/policy/rejections";
import type { RequiredMaterial } from "@/lib/filing/rules/material-types";

/** Key of whose document it is. */
function subjectKey(subject: string): "entity" | "service" | keyof typeof SITUATION_PEOPLE {
  if (subject.startsWith("services")) return "service";
  const parts = Object.keys(SITUATION_PEOPLE) as readonly (keyof typeof SITUATION_PEOPLE)[];
  return parts.find((part) => subject === `people[${SITUATION_PEOPLE[part]}]`) ?? "entity";
}

/** A document to prepare: whose, why, how it must look, with a drawing, and what it is often refused for. */
export function MaterialCard({ slot }: { slot: RequiredMaterial }) {
  const t = useTranslations("publicMaterials");
  const materials = useTranslations("materials");
  const rejections = useTranslations("rejections");
  const sourceText = useSourceText();
  const { sides, formats, dated, maxAgeDays, scanAllowed } = materialKind(slot.code);
  const name = materials(`${slot.code}.name`);
  const refusedFor = REJECTIONS.filter((reason) => reason.materials.some((code) => code === slot.code));
  const demands = [
    t(sides.length > 1 ? "sides" : "oneSide"),
    ...(dated ? [maxAgeDays === null ? t("datedAny") : t("dated", { days: maxAgeDays })] : []),
    ...(scanAllowed ? [] : [t("noScan")]),
    t("formats", { formats: formats.join(", ").toUpperCase() }),
  ];
  return (
    <li className="grid gap-x-6 gap-y-3 border-t border-line py-5 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <Image
        unoptimized
        src={`/api/examples/${slot.code}?side=${sides[0] ?? "SINGLE"}`}
        alt={t("exampleAlt", { name })}
        width={144}
        height={108}
        className="rounded-control border border-line"
      />
      <div className="min-w-0">
        <h3 className="text-h3">
          {name} <span className="font-normal text-muted">{t(`subject.${subjectKey(slot.subject)}`)}</span>
        </h3>
        <p className="mt-1 text-form">
          {materials(`reason.${slot.reason}` as never, { ...slot.params } as never)}
        </p>
        <p className="mt-1">{materials(`${slot.code}.hint`)}</p>
        <p className="mt-1 text-muted">{demands.join(" · ")}</p>
        {slot.alternatives.length > 0 && (
          <p className="mt-1 text-muted">
            {t("instead", { names: slot.alternatives.map((code) => materials(`${code}.name`)).join(" · ") })}
          </p>
        )}
        {refusedFor.length > 0 && (
          <details className="mt-2">
            <summary className="min-h-6 py-0.5 text-accent">{t("avoid")}</summary>
            <ul className="mt-1 list-disc pl-5">
              {refusedFor.map(({ code }) => (
                <li key={code}>
                  {rejections(`${code}.name`)}{" "}
                  <span className="text-muted">{rejections(`${code}.suggestion`)}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
        <p className="mt-2 text-small text-muted">{t("source", { source: sourceText(slot.source) })}</p>
      </div>
    </li>
  );
}
