"use client";

import { Upload, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { formatBytes } from "@/lib/messages/format";
import { useRun } from "./desk-context";
import { distribute, type Place } from "./distribute";

export type TrayProps = {
  /** Slots by `CODE:subject`, in words. */
  names: ReadonlyMap<string, string>;
  tray: readonly Blob[];
  takeFromTray: (files: readonly Blob[]) => void;
  start: (files: readonly (readonly [string, Blob])[]) => void;
};

const nameOf = (file: Blob): string => (file instanceof File ? file.name : "");
const described = (file: Blob) => ({ name: nameOf(file), type: file.type });

/** Files without a place yet, each with a suggestion; nothing leaves before the button is pressed. */
export function FileTray({ names, tray, takeFromTray, start }: TrayProps) {
  const t = useTranslations("slots");
  const { places } = useRun();
  const [chosen, setChosen] = useState<ReadonlyMap<Blob, string>>(new Map());
  if (tray.length === 0) return null;
  const open = tray.filter((file) => !chosen.has(file));
  const taken = new Set(chosen.values());
  const suggestions = distribute(
    open.map(described),
    places.filter(({ key }) => !taken.has(key)),
  );
  const placeOf = (file: Blob) => chosen.get(file) ?? suggestions[open.indexOf(file)] ?? "";
  const placed = tray.filter((file) => placeOf(file) !== "");

  function send() {
    start(placed.map((file) => [placeOf(file), file] as const));
    takeFromTray(placed);
    setChosen(new Map());
  }
  return (
    <>
      <ul className="mt-2 flex flex-col divide-y divide-line" aria-label={t("tray")}>
        {tray.map((file, index) => (
          <TrayRow
            // biome-ignore lint/suspicious/noArrayIndexKey: two equal pictures may be pasted; a file has no id
            key={`${nameOf(file)}${file.size}${index}`}
            file={file}
            name={nameOf(file) || t("pasted", { n: index + 1 })}
            place={placeOf(file)}
            options={optionsFor(file, places, names, (side) => t(`side.${side}`))}
            taken={tray.filter((other) => other !== file).map(placeOf)}
            onPlace={(place) => setChosen((before) => new Map(before).set(file, place))}
            onRemove={() => takeFromTray([file])}
          />
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button variant="primary" icon={<Upload aria-hidden />} disabled={placed.length === 0} onClick={send}>
          {t("uploadAll", { count: placed.length })}
        </Button>
        {placed.length < tray.length && <p className="text-muted">{t("unplaced")}</p>}
      </div>
    </>
  );
}

interface Option {
  readonly key: string;
  readonly label: string;
}

function optionsFor(
  file: Blob,
  places: readonly Place[],
  names: ReadonlyMap<string, string>,
  sideLabel: (side: "FRONT" | "BACK") => string,
): readonly Option[] {
  const film = file.type.startsWith("video/");
  return places
    .filter(({ medium }) => (medium === "video") === film)
    .map(({ key, side }) => {
      const slot = names.get(key.slice(0, key.lastIndexOf(":"))) ?? key;
      const label = side === "FRONT" || side === "BACK" ? `${slot} ${sideLabel(side)}` : slot;
      return { key, label };
    });
}

type RowProps = {
  file: Blob;
  name: string;
  place: string;
  options: readonly Option[];
  taken: readonly string[];
  onPlace: (place: string) => void;
  onRemove: () => void;
};

function TrayRow({ file, name, place, options, taken, onPlace, onRemove }: RowProps) {
  const t = useTranslations("slots");
  const id = useId();
  return (
    <li className="flex flex-wrap items-center gap-3 py-2">
      <Thumb file={file} />
      <span className="min-w-0 flex-1 basis-32">
        <span className="block truncate" title={name}>
          {name}
        </span>
        <span className="text-small text-muted tabular-nums">{formatBytes(file.size)}</span>
      </span>
      <label htmlFor={id} className="sr-only">
        {t("placeFor", { name })}
      </label>
      <select
        id={id}
        value={place}
        onChange={(event) => onPlace(event.target.value)}
        className="control-edge min-h-9 min-w-0 basis-60 px-3 max-sm:order-last max-sm:basis-full"
      >
        <option value="">{t("noPlace")}</option>
        {options.map(({ key, label }) => (
          <option key={key} value={key} disabled={taken.includes(key)}>
            {label}
          </option>
        ))}
      </select>
      <IconButton label={`${t("leaveOut")}: ${name}`} onClick={onRemove}>
        <X aria-hidden />
      </IconButton>
    </li>
  );
}

/** The picture itself: pasted files have no names to tell them by. */
function Thumb({ file }: { file: Blob }) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const url = URL.createObjectURL(file);
    if (image.current) image.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [file]);
  const frame = "h-10 w-14 shrink-0 rounded-tag border border-line bg-canvas object-cover";
  if (!file.type.startsWith("image/")) return <span className={frame} />;
  // biome-ignore lint/performance/noImgElement: it has not left the browser
  return <img ref={image} alt="" className={frame} />;
}
