import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button, ButtonLink } from "@/components/ui/button";

export interface FilterChoice {
  /** Name in the address. */
  readonly name: "province" | "type" | "kind" | "round" | "by";
  readonly label: string;
  readonly any: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
}

type Props = {
  action: string;
  term: string;
  choices: readonly FilterChoice[];
  /** Civil day, or empty. */
  due: string;
  /** Something narrows the view down. */
  active: boolean;
};

const BOX = "h-9 w-full rounded-control border border-control bg-surface px-2 text-base text-text";

/** Search and filters as a plain form: what is chosen stands in the address, so Back and links just work. */
export function QueueFilters({ action, term, choices, due, active }: Props) {
  const t = useTranslations("review.queue");
  const common = useTranslations("common");
  const id = useId();
  const chosen = choices.filter(({ value }) => value !== "").length + (due === "" ? 0 : 1);
  return (
    <form action={action} className="flex flex-col gap-3 px-4 py-3 sm:px-6">
      <div className="flex flex-wrap items-center gap-2">
        <input
          name="q"
          type="search"
          data-search
          defaultValue={term}
          maxLength={100}
          placeholder={t("search")}
          aria-label={t("searchLabel")}
          className="h-9 w-full max-w-sm rounded-control border border-control bg-surface px-3"
        />
        <Button type="submit">{common("search")}</Button>
        {active && (
          <ButtonLink href={action} variant="quiet">
            {t("clear")}
          </ButtonLink>
        )}
      </div>
      <details open={chosen > 0} className="group/filters">
        <summary className="inline-flex min-h-7 cursor-pointer items-center gap-2 text-small font-semibold text-muted hover:text-text">
          {t("filters", { count: chosen })}
        </summary>
        <div className="mt-2 grid grid-cols-2 gap-x-3 gap-y-2 md:grid-cols-3 xl:grid-cols-[repeat(6,minmax(0,1fr))_auto]">
          {choices.map(({ name, label, any, options, value }) => (
            <div key={name} className="min-w-0">
              <label htmlFor={`${id}${name}`} className="block text-small text-muted">
                {label}
              </label>
              <select id={`${id}${name}`} name={name} defaultValue={value} className={BOX}>
                <option value="">{any}</option>
                {options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </select>
            </div>
          ))}
          <div className="min-w-0">
            <label htmlFor={`${id}due`} className="block text-small text-muted">
              {t("filter.due")}
            </label>
            <input id={`${id}due`} name="due" type="date" defaultValue={due} className={BOX} />
          </div>
          <div className="flex items-end max-xl:col-span-full">
            <Button type="submit">{t("applyFilters")}</Button>
          </div>
        </div>
      </details>
    </form>
  );
}
