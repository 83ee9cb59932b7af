"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { THEMES, type Theme, toTheme } from "./preferences";
import { usePreferences } from "./use-preferences";

const ICON = { light: Sun, dark: Moon, system: Monitor };

/** Light, dark, or as the system; shown at once, kept in a cookie so that the server draws it right. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const t = useTranslations("shell");
  const { store } = usePreferences();
  const [theme, setTheme] = useState(initial);
  const Icon = ICON[theme];
  const change = (value: string) => {
    const next = toTheme(value);
    setTheme(next);
    document.documentElement.dataset.theme = next;
    store({ theme: next });
  };
  return (
    <Menu
      trigger={
        <IconButton label={t("theme")}>
          <Icon aria-hidden />
        </IconButton>
      }
      entries={[
        {
          kind: "radio",
          id: "theme",
          label: t("theme"),
          value: theme,
          options: THEMES.map((value) => ({ value, label: t(`themeName.${value}`) })),
          onChange: change,
        },
      ]}
    />
  );
}
