"use server";

import { RecoverInput, recoverPassword } from "@/lib/authority/sandbox/usecases/recover-password";
import { clientIp } from "@/lib/http/client-ip";
import { defineAction } from "@/lib/http/define-action";

export const recoverAction = defineAction({
  name: "authority.password.recover",
  capability: "public",
  rate: { max: 10, perSeconds: 3600 },
  input: RecoverInput,
  run: (_actor, input, { headers }) => recoverPassword(input, clientIp(headers)),
});
