"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";

export interface SettingRow {
  readonly key: string;
  readonly label: string;
  readonly meaning: string;
  readonly value: string;
  readonly shipped: string;
  readonly source: string;
  /** "Our own value since …"; null while the default is in force. */
  readonly own: string | null;
  readonly scheduled: readonly string[];
}
export interface SettingGroupRows {
  readonly id: string;
  readonly label: string;
  readonly settings: readonly SettingRow[];
}

/** All settings by group, narrowed by typing. */
export function SettingList({ groups, mayEdit }: { groups: readonly SettingGroupRows[]; mayEdit: boolean }) {
  const t = useTranslations("policyPage");
  const [term, setTerm] = useState("");
  const [onlyOwn, setOnlyOwn] = useState(false);
  const wanted = term.trim().toLowerCase();
  const fits = ({ key, label, meaning, own, scheduled }: SettingRow) =>
    (!onlyOwn || own !== null || scheduled.length > 0) &&
    `${key} ${label} ${meaning}`.toLowerCase().includes(wanted);
  const shown = groups
    .map((group) => ({ ...group, settings: group.settings.filter(fits) }))
    .filter(({ settings }) => settings.length > 0);
  const count = shown.reduce((sum, { settings }) => sum + settings.length, 0);
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <input
          type="search"
          value={term}
          onChange={(event) => setTerm(event.target.value)}
          aria-label={t("search")}
          placeholder={t("searchHint")}
          className="control-edge min-h-10 w-full px-3 text-form sm:w-80"
        />
        <label className="flex min-h-9 items-center gap-2">
          <input
            type="checkbox"
            checked={onlyOwn}
            onChange={(event) => setOnlyOwn(event.target.checked)}
            className="size-[18px] accent-accent"
          />
          {t("onlyOwn")}
        </label>
        <p role="status" className="text-small text-muted">
          {t("hits", { count })}
        </p>
      </div>
      {shown.length === 0 && <EmptyState title={t("none")} />}
      {shown.map((group) => (
        <Panel key={group.id} title={group.label} flush>
          <ul>
            {group.settings.map((setting) => (
              <Row key={setting.key} setting={setting} mayEdit={mayEdit} />
            ))}
          </ul>
        </Panel>
      ))}
    </div>
  );
}

function Row({ setting, mayEdit }: { setting: SettingRow; mayEdit: boolean }) {
  const t = useTranslations("policyPage");
  return (
    <li className="grid gap-x-6 gap-y-2 border-t border-line px-4 py-3 sm:px-6 lg:grid-cols-[minmax(0,1fr)_18rem_5rem]">
      <div className="min-w-0">
        <h3 className="font-semibold">{setting.label}</h3>
        <p className="mt-0.5 text-muted">{setting.meaning}</p>
      </div>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-semibold break-words tabular-nums">
          <span className="min-w-0 break-words">{setting.value}</span>
          {setting.own && (
            <Tag plain tone="you">
              {t("own")}
            </Tag>
          )}
        </p>
        {setting.own && <p className="text-small text-muted">{setting.own}</p>}
        {setting.own && (
          <p className="text-small text-muted">
            {t("shipped")}
            {": "}
            {setting.shipped}
          </p>
        )}
        <p className="text-small text-muted">{setting.source}</p>
        {setting.scheduled.map((line) => (
          <p key={line} className="text-small text-tone-others">
            {line}
          </p>
        ))}
      </div>
      <div className="lg:text-right">
        <Link
          href={`/review/policy/${setting.key}`}
          aria-label={`${t(mayEdit ? "change" : "view")} ${setting.label}`}
          className={buttonClass("quiet", "small")}
        >
          {t(mayEdit ? "change" : "view")}
        </Link>
      </div>
    </li>
  );
}
