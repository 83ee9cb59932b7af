"use server";

import { defineAction } from "@/lib/http/define-action";
import { ProfileChange } from "@/lib/provider/profile";
import { changeProfile } from "@/lib/usecases/provider/profile";

export const changeProfileAction = defineAction({
  name: "provider.profile.change",
  capability: "settings.manage",
  input: ProfileChange,
  run: changeProfile,
});
