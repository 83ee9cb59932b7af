CREATE TABLE `api_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`account_id` text,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_hash_unique` ON `api_tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `api_tokens_user` ON `api_tokens` (`user_id`);--> statement-breakpoint
CREATE TABLE `policy_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`setting` text NOT NULL,
	`value` text NOT NULL,
	`effective_from` integer NOT NULL,
	`reason` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`revoked_at` integer,
	`revoked_by` text,
	`revoke_reason` text,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `policy_changes_setting` ON `policy_changes` (`setting`,`effective_from`);--> statement-breakpoint
CREATE TRIGGER policy_changes_no_rewrite BEFORE UPDATE OF id, setting, value, effective_from, reason, created_at, created_by ON policy_changes
BEGIN
  SELECT RAISE(ABORT, 'policy_changes is append only');
END;
--> statement-breakpoint
CREATE TRIGGER policy_changes_no_delete BEFORE DELETE ON policy_changes
BEGIN
  SELECT RAISE(ABORT, 'policy_changes is append only');
END;
