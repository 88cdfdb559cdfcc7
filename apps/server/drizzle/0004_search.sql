CREATE TABLE "prompt_search" (
	"library_id" uuid NOT NULL,
	"prompt_id" uuid NOT NULL,
	"terms" "tsvector" NOT NULL,
	CONSTRAINT "prompt_search_library_id_prompt_id_pk" PRIMARY KEY("library_id","prompt_id")
);
--> statement-breakpoint
CREATE TABLE "search_vocabulary" (
	"library_id" uuid NOT NULL,
	"word" text collate "C" NOT NULL,
	CONSTRAINT "search_vocabulary_library_id_word_pk" PRIMARY KEY("library_id","word")
);
--> statement-breakpoint
ALTER TABLE "prompt_search" ADD CONSTRAINT "prompt_search_library_id_prompt_id_prompts_library_id_id_fk" FOREIGN KEY ("library_id","prompt_id") REFERENCES "public"."prompts"("library_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_vocabulary" ADD CONSTRAINT "search_vocabulary_library_id_libraries_library_id_fk" FOREIGN KEY ("library_id") REFERENCES "public"."libraries"("library_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "prompt_search_terms" ON "prompt_search" USING gin ("terms") WITH (fastupdate=true,gin_pending_list_limit=512);--> statement-breakpoint
ALTER TABLE "prompts" DROP COLUMN "search_text";