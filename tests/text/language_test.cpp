#include "text/language.h"

#include <gtest/gtest.h>

#include "support/notation.h"

namespace crossread {
namespace {

TEST(Language, IsToldFromAParagraph) {
  const struct {
    const char* language;
    const char* text;
  } cases[] = {
      {"en",
       "The minister said on Monday that the talks with the union had been put off until the end "
       "of the week, and that there was no reason to hurry."},
      {"fr",
       "Le ministre a dit lundi que les négociations avec le syndicat ont été reportées à la fin "
       "de la semaine et qu'il n'y avait pas de raison de se presser."},
      {"es",
       "El ministro dijo el lunes que las conversaciones con el sindicato se han aplazado hasta el "
       "final de la semana y que no había ninguna razón para la prisa."},
      {"pt",
       "O ministro disse na segunda-feira que as conversas com o sindicato foram adiadas até ao "
       "fim da semana e que não havia razão para pressa."},
      {"it",
       "Il ministro ha detto lunedì che i colloqui con il sindacato sono stati rinviati alla fine "
       "della settimana e che non c'era alcun motivo di fretta."},
      {"de",
       "Der Minister sagte am Montag, dass die Gespräche mit der Gewerkschaft auf das Ende der "
       "Woche verschoben werden und es keinen Grund zur Eile gibt."},
      {"nl",
       "De minister zei maandag dat de gesprekken met de vakbond zijn uitgesteld tot het einde van "
       "de week en dat er geen reden was om te haasten."},
      {"sv",
       "Ministern sade på måndagen att samtalen med facket har skjutits upp till slutet av veckan "
       "och att det inte finns någon anledning att ha bråttom."},
      {"pl",
       "Minister powiedział w poniedziałek, że rozmowy ze związkiem zostały odłożone do końca "
       "tygodnia i że nie ma powodu, aby się spieszyć."},
      {"tr",
       "Bakan pazartesi günü sendika ile görüşmelerin hafta sonuna kadar ertelendiğini ve acele "
       "etmek için bir neden olmadığını söyledi, bu da çok daha iyi."},
      {"ru",
       "Министр заявил в понедельник, что переговоры с профсоюзом отложены до конца недели и что "
       "спешить некуда, но мы этого не ожидали."},
      {"uk",
       "Міністр заявив у понеділок, що переговори з профспілкою відкладено до кінця тижня, її "
       "позиція є незмінною."},
      {"el", "Ο υπουργός δήλωσε τη Δευτέρα ότι οι συνομιλίες αναβλήθηκαν."},
      {"ar", "قال الوزير يوم الاثنين إن المحادثات مع النقابة قد تأجلت"},
      {"he", "השר אמר ביום שני כי השיחות עם האיגוד נדחו"},
      {"zh", "外交部发言人周二宣布，总统将于本周对中国进行国事访问。"},
      {"ja", "外務省の報道官は火曜日に大統領が今週訪問すると発表しました。"},
      {"ko", "외교부 대변인은 화요일에 대통령이 이번 주에 방문한다고 발표했다."},
      {"hi", "मंत्री ने सोमवार को कहा कि वार्ता स्थगित कर दी गई है"},
  };
  for (const auto& c : cases) EXPECT_EQ(document_of(c.text).language, c.language) << c.text;
}

TEST(Language, IsUnknownWhereThereIsTooLittle) {
  for (const char* text : {"", "Putin", "16 17 2024", "Xi Jinping, Li Qiang", "😀 😀"}) {
    EXPECT_EQ(document_of(text).language, "und") << text;
  }
}

TEST(Language, ForeignNamesDoNotTurnEnglish) {
  EXPECT_EQ(document_of(
                "José García de la Torre and Ana de los Santos met in Los Angeles on the day that "
                "La Liga and El País de Madrid said it was over.")
                .language,
            "en");
}

}  // namespace
}  // namespace crossread
