import { useTranslations } from "next-intl";
import type { PhonesView } from "@/lib/usecases/orders/views/phones";

/** From which numbers a reviewer calls and when, or whom to ask while the authority has the order. */
export function Phones({ phones }: { phones: PhonesView }) {
  const t = useTranslations("orders.phones");
  const hours = phones.kind === "calls" ? phones.hours.join(t("comma")) : "";
  return (
    <div className="mt-4 border-t border-line pt-4">
      <p className="font-semibold">{t(`${phones.kind}.title`)}</p>
      <p className="text-muted">
        {hours === "" ? t(`${phones.kind}.text`) : t("calls.textHours", { hours })}
      </p>
      {phones.numbers.length > 0 && (
        <ul className="mt-1 flex flex-wrap gap-x-4">
          {phones.numbers.map((number) => (
            <li key={number} className="tabular-nums">
              <a href={`tel:${number.replace(/[^+\d]/g, "")}`} className="link">
                {number}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
