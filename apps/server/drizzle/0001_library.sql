CREATE TABLE "prompt_fingerprints" (
	"library_id" uuid NOT NULL,
	"prompt_id" uuid NOT NULL,
	"words_hash" text NOT NULL,
	"bands" integer[] NOT NULL,
	CONSTRAINT "prompt_fingerprints_library_id_prompt_id_pk" PRIMARY KEY("library_id","prompt_id")
);
--> statement-breakpoint
CREATE TABLE "prompt_includes" (
	"library_id" uuid NOT NULL,
	"prompt_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"include_key" text NOT NULL,
	"version" text,
	CONSTRAINT "prompt_includes_library_id_prompt_id_position_pk" PRIMARY KEY("library_id","prompt_id","position")
);
--> statement-breakpoint
CREATE TABLE "status_changes" (
	"library_id" uuid NOT NULL,
	"prompt_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"from_status" text NOT NULL,
	"to_status" text NOT NULL,
	"reason" text,
	"mover_kind" text NOT NULL,
	"mover_id" text NOT NULL,
	"mover_name" text NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "status_changes_library_id_prompt_id_id_pk" PRIMARY KEY("library_id","prompt_id","id")
);
--> statement-breakpoint
CREATE TABLE "favourites" (
	"library_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"prompt_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "favourites_library_id_user_id_prompt_id_pk" PRIMARY KEY("library_id","user_id","prompt_id")
);
--> statement-breakpoint
CREATE TABLE "opened_prompts" (
	"library_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"prompt_id" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "opened_prompts_library_id_user_id_prompt_id_pk" PRIMARY KEY("library_id","user_id","prompt_id")
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"library_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" jsonb NOT NULL,
	"shared" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_searches_library_id_id_pk" PRIMARY KEY("library_id","id")
);
--> statement-breakpoint
CREATE TABLE "category_settings" (
	"library_id" uuid NOT NULL,
	"category" text NOT NULL,
	"description" text,
	"owner" text,
	"review_required" boolean,
	CONSTRAINT "category_settings_library_id_category_pk" PRIMARY KEY("library_id","category")
);
--> statement-breakpoint
CREATE TABLE "custom_fields" (
	"library_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"label" text NOT NULL,
	"kind" text NOT NULL,
	"options" text[] NOT NULL,
	"required" boolean NOT NULL,
	"description" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "custom_fields_library_id_id_pk" PRIMARY KEY("library_id","id")
);
--> statement-breakpoint
CREATE TABLE "subcategories" (
	"library_id" uuid NOT NULL,
	"category" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "subcategories_library_id_category_name_pk" PRIMARY KEY("library_id","category","name")
);
--> statement-breakpoint
ALTER TABLE "libraries" ADD COLUMN "token_limit" integer DEFAULT 4000 NOT NULL;--> statement-breakpoint
ALTER TABLE "prompts" ADD COLUMN "model" text;--> statement-breakpoint
ALTER TABLE "prompts" ADD COLUMN "token_count" integer;--> statement-breakpoint
ALTER TABLE "prompts" ADD COLUMN "error_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "prompts" ADD COLUMN "warning_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "prompts" ADD COLUMN "custom_values" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "prompts" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "prompt_fingerprints" ADD CONSTRAINT "prompt_fingerprints_library_id_prompt_id_prompts_library_id_id_fk" FOREIGN KEY ("library_id","prompt_id") REFERENCES "public"."prompts"("library_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prompt_includes" ADD CONSTRAINT "prompt_includes_library_id_prompt_id_prompts_library_id_id_fk" FOREIGN KEY ("library_id","prompt_id") REFERENCES "public"."prompts"("library_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_changes" ADD CONSTRAINT "status_changes_library_id_prompt_id_prompts_library_id_id_fk" FOREIGN KEY ("library_id","prompt_id") REFERENCES "public"."prompts"("library_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_library_id_prompt_id_prompts_library_id_id_fk" FOREIGN KEY ("library_id","prompt_id") REFERENCES "public"."prompts"("library_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opened_prompts" ADD CONSTRAINT "opened_prompts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opened_prompts" ADD CONSTRAINT "opened_prompts_library_id_prompt_id_prompts_library_id_id_fk" FOREIGN KEY ("library_id","prompt_id") REFERENCES "public"."prompts"("library_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_library_id_libraries_library_id_fk" FOREIGN KEY ("library_id") REFERENCES "public"."libraries"("library_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "category_settings" ADD CONSTRAINT "category_settings_library_id_libraries_library_id_fk" FOREIGN KEY ("library_id") REFERENCES "public"."libraries"("library_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custom_fields" ADD CONSTRAINT "custom_fields_library_id_libraries_library_id_fk" FOREIGN KEY ("library_id") REFERENCES "public"."libraries"("library_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subcategories" ADD CONSTRAINT "subcategories_library_id_libraries_library_id_fk" FOREIGN KEY ("library_id") REFERENCES "public"."libraries"("library_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "prompt_fingerprints_words" ON "prompt_fingerprints" USING btree ("library_id","words_hash");--> statement-breakpoint
CREATE INDEX "prompt_fingerprints_bands" ON "prompt_fingerprints" USING gin ("bands");--> statement-breakpoint
CREATE INDEX "prompt_includes_key" ON "prompt_includes" USING btree ("library_id","include_key");--> statement-breakpoint
CREATE INDEX "opened_prompts_recent" ON "opened_prompts" USING btree ("library_id","user_id","opened_at");--> statement-breakpoint
CREATE INDEX "saved_searches_user" ON "saved_searches" USING btree ("library_id","user_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "custom_fields_key" ON "custom_fields" USING btree ("library_id","key") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "prompts_model" ON "prompts" USING btree ("library_id","model") WHERE model is not null;