// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.ingest.extract.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as their platforms write them. All accounts and posts here are invented. */
class PostAddressesTest {

  @ParameterizedTest
  @CsvSource({
    // YouTube: players, pages, short links, Flash.
    "https://www.youtube.com/embed/aB3_dE5-gH7?rel=0&amp;amp;start=15, youtube, aB3_dE5-gH7,",
    "//www.youtube-nocookie.com/embed/aB3_dE5-gH7, youtube, aB3_dE5-gH7,",
    "www.youtube.com/embed/aB3_dE5-gH7, youtube, aB3_dE5-gH7,",
    "https://m.youtube.com/watch?app=desktop&v=aB3_dE5-gH7&list=PLx, youtube, aB3_dE5-gH7,",
    "https://youtu.be/aB3_dE5-gH7?si=x, youtube, aB3_dE5-gH7,",
    "https://www.youtube.com/shorts/aB3_dE5-gH7, youtube, aB3_dE5-gH7,",
    "https://www.youtube.com/live/aB3_dE5-gH7?feature=share, youtube, aB3_dE5-gH7,",
    "http://www.youtube.com/v/aB3_dE5-gH7&hl=en&fs=1, youtube, aB3_dE5-gH7,",
    "https://youtube.googleapis.com/v/aB3_dE5-gH7, youtube, aB3_dE5-gH7,",
    "https:\\/\\/www.youtube.com\\/embed\\/aB3_dE5-gH7, youtube, aB3_dE5-gH7,",
    "https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DaB3_dE5-gH7, youtube, aB3_dE5-gH7,",
    // Instagram: posts, reels, videos; codes of private posts are longer.
    "https://www.instagram.com/p/C6bNENRABI0/?utm_source=ig_embed, instagram, C6bNENRABI0,",
    "https://instagram.com/Ana.Demo/p/C6bNENRABI0/, instagram, C6bNENRABI0, ana.demo",
    "https://www.instagram.com/ana.demo/reel/C6bNENRABI0/, instagram, C6bNENRABI0, ana.demo",
    "https://www.instagram.com/reel/C6bNENRABI0/embed/captioned/, instagram, C6bNENRABI0,",
    "https://www.instagram.com/tv/C6bNENRABI0/, instagram, C6bNENRABI0,",
    "http://instagr.am/p/C6bNENRABI0/, instagram, C6bNENRABI0,",
    "https://www.instagram.com/p/C6bNENRABI0abcdefghijklmnopqrstuvwxyzA/,"
        + " instagram, C6bNENRABI0,",
    // Facebook: the number of the post, photo or video stands last.
    "https://www.facebook.com/AnaDemo/posts/1234567890123456, facebook, 1234567890123456, anademo",
    "https://www.facebook.com/anademo/posts/a-title/1234567890, facebook, 1234567890, anademo",
    "https://www.facebook.com/anademo/photos/a.11.22.33/1234567890/?type=3,"
        + " facebook, 1234567890, anademo",
    "https://www.facebook.com/anademo/videos/vb.99/1234567890/, facebook, 1234567890, anademo",
    "https://www.facebook.com/pg/anademo/posts/1234567890, facebook, 1234567890, anademo",
    "https://www.facebook.com/watch/?v=1234567890, facebook, 1234567890,",
    "https://www.facebook.com/video.php?v=1234567890, facebook, 1234567890,",
    "https://www.facebook.com/reel/1234567890, facebook, 1234567890,",
    "https://www.facebook.com/photo.php?fbid=1234567890&set=a.1&type=3, facebook, 1234567890,",
    "https://www.facebook.com/photo/?fbid=1234567890, facebook, 1234567890,",
    "https://m.facebook.com/story.php?story_fbid=1234567890&id=99, facebook, 1234567890,",
    "https://www.facebook.com/permalink.php?story_fbid=1234567890&id=99, facebook, 1234567890,",
    "https://www.facebook.com/groups/gardeners/posts/1234567890/, facebook, 1234567890,",
    "https://www.facebook.com/groups/77/permalink/1234567890/, facebook, 1234567890,",
    "https://www.facebook.com/anademo/posts/pfbid02abcDEFghiJKLmnoPQRstu,"
        + " facebook, pfbid02abcDEFghiJKLmnoPQRstu, anademo",
    // TikTok.
    "https://www.tiktok.com/@Ana.Demo/video/7363999742872793145?lang=de,"
        + " tiktok, 7363999742872793145, ana.demo",
    "https://www.tiktok.com/@ana/photo/7363999742872793145, tiktok, 7363999742872793145, ana",
    "https://www.tiktok.com/embed/v2/7363999742872793145, tiktok, 7363999742872793145,",
    "https://www.tiktok.com/embed/7363999742872793145, tiktok, 7363999742872793145,",
    "https://www.tiktok.com/player/v1/7363999742872793145, tiktok, 7363999742872793145,",
    "https://m.tiktok.com/v/7363999742872793145.html, tiktok, 7363999742872793145,",
    // Threads, on both domains.
    "https://www.threads.net/@Ana.Demo/post/C6bNENRABI0/embed, threads, C6bNENRABI0, ana.demo",
    "https://www.threads.com/@ana.demo/post/C6bNENRABI0, threads, C6bNENRABI0, ana.demo",
    "https://www.threads.net/t/C6bNENRABI0, threads, C6bNENRABI0,",
    // Bluesky: a DID is no handle.
    "https://bsky.app/profile/Ana.Example/post/3krggwxq65s2b, bluesky, 3krggwxq65s2b, ana.example",
    "https://bsky.app/profile/did:plc:abc234/post/3krggwxq65s2b?ref_src=embed,"
        + " bluesky, 3krggwxq65s2b,",
    "at://did:plc:abc234/app.bsky.feed.post/3krggwxq65s2b, bluesky, 3krggwxq65s2b,",
    "https://embed.bsky.app/embed/did:plc:abc234/app.bsky.feed.post/3krggwxq65s2b?id=5,"
        + " bluesky, 3krggwxq65s2b,",
    // Reddit: a comment has an id of its own.
    "https://www.reddit.com/r/demo/comments/1op05cl/a_title/?ref=share, reddit, 1op05cl,",
    "https://www.reddit.com/r/demo/comments/1op05cl/a_title/leevgp2/, reddit, leevgp2,",
    "https://www.reddit.com/r/demo/comments/1op05cl/comment/leevgp2/, reddit, leevgp2,",
    "https://old.reddit.com/user/Ana_Demo/comments/1op05cl/a_title, reddit, 1op05cl, ana_demo",
    "https://embed.reddit.com/r/demo/comments/1op05cl/a_title/?embed=true, reddit, 1op05cl,",
    "https://www.redditmedia.com/r/demo/comments/1op05cl/?embed=true, reddit, 1op05cl,",
    "https://redd.it/1op05cl, reddit, 1op05cl,",
    // Mastodon and its kin, on any host.
    "https://social.example/@Ana/112365718740860970/embed, mastodon, 112365718740860970, ana",
    "https://social.example/@ana/4711/embed, mastodon, 4711, ana",
    "https://social.example/@ana@other.example/112365718740860970,"
        + " mastodon, 112365718740860970, ana@other.example",
    "https://social.example/users/ana/statuses/112365718740860970,"
        + " mastodon, 112365718740860970, ana",
    "https://social.example/web/@ana/112365718740860970, mastodon, 112365718740860970, ana",
    "https://pleroma.example/notice/AhYxkQ2mN4pR6sT8uV, mastodon, AhYxkQ2mN4pR6sT8uV,",
    "https://misskey.example/embed/notes/9s8d7f6g5h, mastodon, 9s8d7f6g5h,",
    // Telegram: numbers count within a channel, whose name has no case.
    "https://t.me/DemoChannel/123?embed=1&mode=tme, telegram, demochannel/123, demochannel",
    "https://t.me/s/demochannel/123, telegram, demochannel/123, demochannel",
    "https://telegram.me/demochannel/123, telegram, demochannel/123, demochannel",
    "https://t.me/demogroup/7/123, telegram, demogroup/123, demogroup",
    // Truth Social.
    "https://truthsocial.com/@AnaDemo/112365718740861027/embed,"
        + " truthsocial, 112365718740861027, anademo",
    "https://truthsocial.com/@anademo/posts/112365718740861027,"
        + " truthsocial, 112365718740861027, anademo",
    "https://truthsocial.com/users/anademo/statuses/112365718740861027,"
        + " truthsocial, 112365718740861027, anademo",
    // VK: owner and number; groups are negative.
    "https://vk.com/wall-123_456, vk, wall-123_456,",
    "https://vk.com/demo_group?w=wall-123_456%2Fall, vk, wall-123_456, demo_group",
    "https://vk.com/video-123_456?list=x, vk, video-123_456,",
    "https://vk.com/video_ext.php?oid=-123&id=456&hash=abc&hd=2, vk, video-123_456,",
    "https://vkvideo.ru/video_ext.php?oid=123&id=456, vk, video123_456,",
    "https://vk.com/clip-123_456, vk, clip-123_456,",
    // As the Wayback Machine keeps it.
    "https://web.archive.org/web/20080731095558oe_/http://www.youtube.com/v/aB3_dE5-gH7,"
        + " youtube, aB3_dE5-gH7,",
  })
  void everySpellingOfAPostGivesItsOneId(
      String address, String platform, String id, String handle) {
    assertThat(PostAddresses.parse(address))
        .get()
        .extracting(PostAddress::platform, PostAddress::id, PostAddress::handle)
        .containsExactly(platform, id, handle);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.youtube.com/embed/videoseries?list=PLabc",
        "https://www.youtube.com/embed/live_stream?channel=UCabc",
        "https://www.youtube.com/embed?listType=user_uploads&list=demo",
        "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv",
        "https://www.youtube.com/@anademo",
        "https://www.youtube.com/embed/tooShort",
        "https://www.instagram.com/anademo/",
        "https://www.instagram.com/p//embed",
        "https://www.instagram.com/explore/tags/fire/",
        "https://www.facebook.com/anademo",
        "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fexample.org",
        "https://www.facebook.com/anademo/photos/?tab=album",
        "https://www.facebook.com/groups/gardeners",
        "https://www.tiktok.com/@ana.demo",
        "https://www.tiktok.com/tag/fire",
        "https://www.tiktok.com/@ana.demo/video/none",
        "https://www.threads.net/@ana.demo",
        "https://bsky.app/profile/ana.example",
        "https://bsky.app/profile/ana.example/feed/news",
        "at://did:plc:abc234/app.bsky.graph.list/3krggwxq65s2b",
        "https://www.reddit.com/r/demo/",
        "https://www.reddit.com/user/ana",
        "https://social.example/@ana",
        "https://social.example/@ana/about",
        "https://example.org/@ana/2024",
        "https://t.me/demochannel",
        "https://t.me/share/url?url=https://example.org",
        "https://t.me/joinchat/AAAAAE1234",
        "https://truthsocial.com/@anademo",
        "https://vk.com/demo_group",
        "https://vk.com/share.php?url=https://example.org",
        "https://twitter.com/ana/status/1919000000000000000",
        "https://notyoutube.com/embed/aB3_dE5-gH7",
        "not an address",
        "",
      })
  void profilesFeedsAndSharingAreNoPosts(String address) {
    assertThat(PostAddresses.parse(address)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fana%2Fposts"
        + "%2F1234567890&width=500, facebook, 1234567890",
    "https://www.facebook.com/v19.0/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fana"
        + "%2Fvideos%2F1234567890%2F, facebook, 1234567890",
    "https://cdn.embedly.com/widgets/media.html?src=https%3A%2F%2Fwww.youtube.com%2Fembed%2F"
        + "aB3_dE5-gH7&type=text%2Fhtml, youtube, aB3_dE5-gH7",
    "//cdn.iframe.ly/api/iframe?app=1&url=https%3A%2F%2Fwww.tiktok.com%2F%40ana%2Fvideo%2F"
        + "7363999742872793145&key=k, tiktok, 7363999742872793145",
  })
  void aFrameOfAnEmbeddingServiceShowsWhatItCarries(String address, String platform, String id) {
    assertThat(PostAddresses.framed(address))
        .get()
        .extracting(PostAddress::platform, PostAddress::id)
        .containsExactly(platform, id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.facebook.com/plugins/page.php?href=https%3A%2F%2Fwww.facebook.com%2Fana",
        "https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fwww.facebook.com%2Fana"
            + "%2Fposts%2F1234567890",
        "https://www.facebook.com/plugins/comments.php?href=https%3A%2F%2Fwww.facebook.com%2Fana"
            + "%2Fposts%2F1234567890",
        "https://ads.example/frame?url=https%3A%2F%2Fexample.org%2Farticle",
      })
  void framesOfPagesCountsAndButtonsShowNoPost(String address) {
    assertThat(PostAddresses.framed(address)).isEmpty();
  }
}
