CREATE TABLE `auth_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`resource_id` text NOT NULL,
	`target_account_id` text NOT NULL,
	`code_idx` text NOT NULL,
	`code_enc` blob NOT NULL,
	`remark_enc` blob NOT NULL,
	`state` text NOT NULL,
	`order_id` text,
	`service_id` text,
	`used_for` text,
	`since` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`target_account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `auth_codes_code_unique` ON `auth_codes` (`code_idx`);--> statement-breakpoint
CREATE INDEX `auth_codes_resource` ON `auth_codes` (`resource_id`);--> statement-breakpoint
CREATE INDEX `auth_codes_account` ON `auth_codes` (`account_id`);--> statement-breakpoint
CREATE INDEX `auth_codes_target` ON `auth_codes` (`target_account_id`);--> statement-breakpoint
CREATE INDEX `auth_codes_order` ON `auth_codes` (`order_id`);
